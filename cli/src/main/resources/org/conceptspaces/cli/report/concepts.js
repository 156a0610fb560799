// What the concepts of a run hold: their spectrum, how alike slots are, and how far from the origin they lie.
(() => {
  const runs = JSON.parse(document.getElementById('concepts').textContent);
  const run = document.getElementById('concepts-run'), frame = document.getElementById('concepts-pictures');
  const width = 420, height = 300, left = 62, right = 18, top = 20, bottom = 58; // for the larger type of phones

  function begin(name, caption, viewWidth, viewHeight) {
    const figure = d3.create('figure').attr('data-picture', name);
    figure.append('figcaption').text(caption);
    const legend = figure.append('div').attr('class', 'legend');
    const svg = figure.append('svg').attr('viewBox', [0, 0, viewWidth, viewHeight]).attr('role', 'img').attr('aria-label', caption);
    const told = figure.append('p').attr('class', 'note told').html('&nbsp;');
    svg.on('pointerleave', () => told.html('&nbsp;'));
    return {figure, legend, svg, told};
  }

  const words = (svg, x, y, anchor, what) => svg.append('text').attr('x', x).attr('y', y).attr('text-anchor', anchor).text(what);

  function spectrum({ranks, raw, centred, gaussian}) {
    const lines = [
      {name: 'around 0', values: raw, colour: '#0072B2', wide: 5},
      {name: 'around their mean', values: centred, colour: '#D55E00'},
      {name: 'Gaussian, as many and as large', values: gaussian, colour: '#777', dash: '5 4'}];
    const {figure, legend, svg, told} = begin('spectrum', 'Singular values of all concepts, over √N', width, height);
    for (const {name, colour} of lines) {
      const entry = legend.append('span');
      entry.append('i').style('background', colour);
      entry.append('span').text(name);
    }
    const above = lines.flatMap(l => l.values).filter(v => v > 0);
    if (!above.length) { words(svg, width / 2, height / 2, 'middle', 'all are 0'); return figure.node(); }
    // What is below a millionth of the largest is rounding.
    const most = d3.max(above), least = Math.max(d3.min(above), most * 1e-6);
    const x = d3.scaleLinear([1, Math.max(2, ranks.at(-1))], [left, width - right]);
    const y = d3.scaleLog([least, most], [height - bottom, top]).nice();
    const count = Math.log10(y.domain()[1] / y.domain()[0]);
    svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(d3.axisBottom(x).ticks(Math.min(8, ranks.length)).tickFormat(d3.format('d')).tickPadding(9));
    svg.append('g').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(count > 3 ? count : 5, '.1~g'))
      .call(g => g.selectAll('.tick line').clone().attr('x2', width - left - right).attr('stroke-opacity', .12));
    words(svg, width - right, height - 8, 'end', 'singular value, from the largest');
    const path = d3.line((v, i) => x(ranks[i]), v => y(v)).defined(v => v >= least);
    for (const {values, colour, dash, wide} of lines) {
      svg.append('path').attr('class', 'spectrum').attr('fill', 'none').attr('stroke', colour).attr('stroke-width', wide ?? 2).attr('stroke-opacity', wide ? .55 : 1)
        .attr('stroke-dasharray', dash ?? null).attr('d', path(values));
      if (ranks.length < 33) svg.append('g').selectAll('circle').data(values.map((v, i) => ({v, i})).filter(p => p.v >= least))
        .join('circle').attr('r', 2.6).attr('cx', p => x(ranks[p.i])).attr('cy', p => y(p.v)).attr('fill', colour);
    }
    svg.on('pointermove', event => {
      const at = d3.leastIndex(ranks, r => Math.abs(x(r) - d3.pointer(event)[0]));
      told.text(`value ${ranks[at]}: ` + lines.map(l => `${l.name} ${l.values[at] ?? '–'}`).join(', '));
    });
    return figure.node();
  }

  function correlations({slots, correlations: rows}) {
    const count = rows.length, side = 280, edge = 34;
    const {figure, legend, svg, told} = begin('correlations', 'How alike the concepts of a text are', edge + side + 70, edge + side + 24);
    const colour = d3.scaleSequential([0, 100], d3.interpolateBlues);
    const told0 = 'mean |cosine| of two slots over texts' + (count < slots ? `; the first ${count} of ${slots}` : '');
    legend.append('span').text(told0);
    const cell = side / count;
    rows.forEach((row, i) => row.forEach((value, j) => svg.append('rect').attr('class', 'cell')
      .attr('x', edge + j * cell).attr('y', edge + i * cell).attr('width', cell - (cell > 6 ? 1 : 0)).attr('height', cell - (cell > 6 ? 1 : 0))
      .attr('fill', value === null ? '#bbb' : colour(value))));
    svg.append('rect').attr('x', edge - .5).attr('y', edge - .5).attr('width', side + .5).attr('height', side + .5).attr('fill', 'none').attr('stroke', '#ccc');
    words(svg, edge + cell / 2, edge - 8, 'middle', 0);
    words(svg, edge - 8, edge + cell / 2 + 5, 'end', 0);
    if (count > 1) {
      words(svg, edge + side - cell / 2, edge - 8, 'middle', count - 1);
      words(svg, edge - 8, edge + side - cell / 2 + 5, 'end', count - 1);
    }
    // The scale beside it.
    for (let i = 0; i < 50; i++) {
      svg.append('rect').attr('x', edge + side + 14).attr('y', edge + side * (49 - i) / 50).attr('width', 12).attr('height', side / 50 + .5).attr('fill', colour(2 * i + 1));
    }
    words(svg, edge + side + 32, edge + 11, 'start', 1);
    words(svg, edge + side + 32, edge + side, 'start', 0);
    svg.on('pointermove', event => {
      const [x, y] = d3.pointer(event), i = Math.floor((y - edge) / cell), j = Math.floor((x - edge) / cell);
      const value = rows[i]?.[j];
      if (value === undefined) told.html('&nbsp;');
      else told.text(`concepts ${i} and ${j}: ${value === null ? 'never live together' : (value / 100).toFixed(2)}`);
    });
    return figure.node();
  }

  function radii({radii: counts, largest}) {
    const {figure, legend, svg, told} = begin('radii', 'Concepts by their distance from the origin', width, height);
    legend.append('span').html('&nbsp;');
    const x = d3.scaleLinear([0, largest || 1], [left, width - right]);
    const y = d3.scaleLinear([0, d3.max(counts) || 1], [height - bottom, top]).nice();
    svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(d3.axisBottom(x).ticks(5).tickPadding(9));
    svg.append('g').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(5).tickFormat(d3.format(',d')))
      .call(g => g.selectAll('.tick line').clone().attr('x2', width - left - right).attr('stroke-opacity', .12));
    const step = (x(largest || 1) - left) / counts.length;
    counts.forEach((count, i) => svg.append('rect').attr('class', 'bar').attr('x', left + i * step + 1).attr('width', Math.max(1, step - 2))
      .attr('y', y(count)).attr('height', height - bottom - y(count)).attr('fill', '#0072B2'));
    words(svg, width - right, height - 8, 'end', 'distance from the origin');
    svg.on('pointermove', event => {
      const i = Math.floor((d3.pointer(event)[0] - left) / step), from = k => (largest * k / counts.length).toPrecision(3);
      if (i < 0 || i >= counts.length) told.html('&nbsp;');
      else told.text(`${from(i)} to ${from(i + 1)}: ${counts[i]} concepts`);
    });
    return figure.node();
  }

  function show() {
    const data = runs[run.selectedIndex];
    document.getElementById('concepts-shown').textContent = run.selectedOptions[0].text;
    frame.replaceChildren(...[spectrum(data), data.slots > 1 && correlations(data), data.radii.length && radii(data)].filter(Boolean));
  }

  run.onchange = show;
  show();
})();
