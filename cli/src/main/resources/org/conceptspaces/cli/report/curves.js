// Losses and metrics over training: a thin line for each run, a thick one for the mean of each space's
// seeds, a colour for each space, values under the pointer.
(() => {
  const figures = JSON.parse(document.getElementById('curves').textContent);
  // Colours that stay apart for colour-blind readers (Okabe and Ito, 2008).
  const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
  const labels = [...new Set(figures.flatMap(f => f.lines.map(l => l.label)))];
  const colour = d3.scaleOrdinal(labels, colours);
  const width = 560, height = 336, left = 66, right = 24, top = 14, bottom = 50; // for the larger type of phones
  const shown = v => v.toFixed(3);

  for (const {name, lines: all, baseline, level, unit = 'step'} of figures) {
    const figure = document.querySelector(`figure[data-curve="${name}"]`);
    const lines = all.map(line => ({label: line.label, points: line.points.filter(p => p.value !== null)}))
      .filter(line => line.points.length > 0);
    // Seeds of a space are measured at the same steps.
    const means = d3.groups(lines, l => l.label).map(([label, seeds]) => ({
      label, seeds: seeds.length,
      points: d3.rollups(seeds.flatMap(l => l.points), ps => d3.mean(ps, p => p.value), p => p.step).map(([step, value]) => ({step, value}))
    }));
    const values = lines.flatMap(l => l.points).map(p => p.value).concat(level === null ? [] : [level]);
    const x = d3.scaleLinear([0, d3.max(lines, l => d3.max(l.points, p => p.step))], [left, width - right]);
    const y = d3.scaleLinear(d3.extent(values), [height - bottom, top]).nice();
    const svg = d3.select(figure).append('svg').attr('viewBox', [0, 0, width, height])
      .attr('role', 'img').attr('aria-label', figure.querySelector('figcaption').textContent);
    svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(d3.axisBottom(x).ticks(Math.min(5, x.domain()[1])).tickFormat(d3.format(',d')));
    svg.append('g').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(6))
      .call(g => g.selectAll('.tick line').clone().attr('x2', width - left - right).attr('stroke-opacity', .12));
    svg.append('text').attr('x', width - right).attr('y', height - 8).attr('text-anchor', 'end').text(unit);
    if (level !== null) {
      svg.append('line').attr('class', 'baseline').attr('x1', left).attr('x2', width - right).attr('y1', y(level)).attr('y2', y(level));
      const above = y(level) > top + 14;
      svg.append('text').attr('class', 'baseline').attr('x', width - right).attr('y', y(level) + (above ? -5 : 18)).attr('text-anchor', 'end').text(baseline);
    }
    const path = d3.line(p => x(p.step), p => y(p.value));
    const draw = (data, kind, strokeWidth, opacity) => svg.append('g').attr('fill', 'none').attr('stroke-width', strokeWidth)
      .selectAll('path').data(data).join('path').attr('class', kind).attr('stroke', l => colour(l.label))
      .attr('stroke-opacity', opacity).attr('d', l => path(l.points));
    draw(lines, 'curve', 1, .45);
    draw(means, 'mean', 2.2, 1);
    // Few points were measured: show where.
    if (d3.max(means, m => m.points.length) < 20) {
      svg.append('g').selectAll('circle').data(means.flatMap(m => m.points.map(p => ({...p, label: m.label})))).join('circle')
        .attr('r', 3).attr('cx', p => x(p.step)).attr('cy', p => y(p.value)).attr('fill', p => colour(p.label));
    }
    const legend = d3.select(figure).insert('div', 'svg').attr('class', 'legend');
    for (const {label} of means) {
      const entry = legend.append('span');
      entry.append('i').style('background', colour(label));
      entry.append('span').text(label);
    }
    const rule = svg.append('line').attr('class', 'rule').attr('y1', top).attr('y2', height - bottom).style('display', 'none');
    const told = d3.select(figure).append('p').attr('class', 'note told').html('&nbsp;');
    svg.on('pointermove', event => {
      const step = x.invert(d3.pointer(event)[0]);
      const nearest = points => d3.least(points, p => Math.abs(p.step - step));
      const at = nearest(means[0].points);
      rule.style('display', null).attr('x1', x(at.step)).attr('x2', x(at.step));
      told.text(`${unit} ${at.step}: ` + means.map(m => `${m.label} ${shown(nearest(m.points).value)}`).join(', ')
        + (level === null ? '' : `; ${baseline} ${shown(level)}`));
    }).on('pointerleave', () => { rule.style('display', 'none'); told.html('&nbsp;'); });
  }
})();
