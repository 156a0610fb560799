// Losses over training: a line for each run, a colour for each space, values under the pointer.
(() => {
  const runs = JSON.parse(document.getElementById('curves').textContent);
  // Colours that stay apart for colour-blind readers (Okabe and Ito, 2008).
  const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
  const colour = d3.scaleOrdinal([...new Set(runs.map(r => r.label))], colours);
  const width = 720, height = 320, left = 48, right = 12, top = 8, bottom = 34;

  for (const figure of document.querySelectorAll('figure[data-curve]')) {
    const name = figure.dataset.curve;
    const lines = runs.map(run => ({
      run, points: run.points.filter(p => p[name] !== null).map(p => [p.step, p[name]])
    })).filter(line => line.points.length > 0);
    const x = d3.scaleLinear([0, d3.max(lines, l => d3.max(l.points, p => p[0]))], [left, width - right]);
    const y = d3.scaleLinear(d3.extent(lines.flatMap(l => l.points), p => p[1]), [height - bottom, top]).nice();
    const svg = d3.select(figure).append('svg').attr('viewBox', [0, 0, width, height])
      .attr('role', 'img').attr('aria-label', figure.querySelector('figcaption').textContent);
    svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(d3.axisBottom(x).ticks(6));
    svg.append('g').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(6))
      .call(g => g.selectAll('.tick line').clone().attr('x2', width - left - right).attr('stroke-opacity', .12));
    svg.append('text').attr('x', width - right).attr('y', height - 2).attr('text-anchor', 'end').text('step');
    svg.append('g').attr('fill', 'none').attr('stroke-width', 1.6).selectAll('path').data(lines).join('path')
      .attr('class', 'curve').attr('stroke', l => colour(l.run.label)).attr('d', l => d3.line()(l.points.map(p => [x(p[0]), y(p[1])])));
    const legend = d3.select(figure).insert('div', 'svg').attr('class', 'legend');
    for (const label of colour.domain()) {
      const entry = legend.append('span');
      entry.append('i').style('background', colour(label));
      entry.append('span').text(label);
    }
    const rule = svg.append('line').attr('class', 'rule').attr('y1', top).attr('y2', height - bottom).style('display', 'none');
    const told = d3.select(figure).append('p').attr('class', 'note told').html('&nbsp;');
    svg.on('pointermove', event => {
      const step = x.invert(d3.pointer(event)[0]);
      const nearest = points => d3.least(points, p => Math.abs(p[0] - step));
      const at = nearest(lines[0].points);
      rule.style('display', null).attr('x1', x(at[0])).attr('x2', x(at[0]));
      const means = d3.rollups(lines, ls => d3.mean(ls, l => nearest(l.points)[1]), l => l.run.label);
      told.text(`step ${at[0]}: ` + means.map(([label, mean]) => `${label} ${mean.toFixed(3)}`).join(', '));
    }).on('pointerleave', () => { rule.style('display', 'none'); told.html('&nbsp;'); });
  }
})();
