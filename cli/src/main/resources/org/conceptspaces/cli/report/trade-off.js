// The task's loss over the share of the largest possible effective rank: a colour for each space, a word for
// each recipe, bars for intervals over seeds.
(() => {
  const {loss, points} = JSON.parse(document.getElementById('trade-off').textContent);
  // Colours that stay apart for colour-blind readers (Okabe and Ito, 2008).
  const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
  const spaces = [...new Set(points.map(p => p.space))];
  const colour = d3.scaleOrdinal(spaces, colours);
  const width = 560, height = 400, left = 80, right = 24, top = 14, bottom = 50;
  const target = .8, allowed = 1.05;

  for (const figure of document.querySelectorAll('figure[data-trade-off]')) {
    const name = figure.dataset.tradeOff;
    const shown = points.map(p => ({...p, x: p.shares[name].mean, dx: p.shares[name].half ?? 0, y: p.loss.mean, dy: p.loss.half ?? 0}))
      .filter(p => p.x !== null && p.y !== null);
    if (shown.length === 0) {
      figure.remove();
      continue;
    }
    const limits = shown.filter(p => p.plain).map(p => ({space: p.space, y: allowed * p.y}));
    const x = d3.scaleLinear([0, 1], [left + 20, width - right]);
    // Means decide what is drawn: a seed gone astray has an interval beyond all others, and limits may be far.
    const [least, most] = d3.extent(shown, p => p.y), margin = Math.max(.3 * (most - least), .01 * most);
    const y = d3.scaleLinear([least - margin, most + margin], [height - bottom, top]).nice();
    const svg = d3.select(figure).append('svg').attr('viewBox', [0, 0, width, height])
      .attr('role', 'img').attr('aria-label', figure.querySelector('figcaption').textContent);
    svg.append('g').attr('transform', `translate(0,${height - bottom})`).call(d3.axisBottom(x).ticks(5));
    svg.append('g').attr('transform', `translate(${left},0)`).call(d3.axisLeft(y).ticks(6))
      .call(g => g.selectAll('.tick line').clone().attr('x2', width - left - right).attr('stroke-opacity', .12));
    svg.append('text').attr('x', width - right).attr('y', height - 8).attr('text-anchor', 'end').text(name);
    const dashed = (x1, x2, y1, y2, stroke) => svg.append('line').attr('class', 'baseline')
      .attr('x1', x1).attr('x2', x2).attr('y1', y1).attr('y2', y2).style('stroke', stroke);
    dashed(x(target), x(target), top, height - bottom, '#666');
    for (const limit of limits.filter(l => l.y < y.domain()[1])) dashed(left, width - right, y(limit.y), y(limit.y), colour(limit.space));
    const clamp = v => Math.max(top, Math.min(height - bottom, v));
    const across = v => Math.max(left, Math.min(width - right, v));
    const marks = svg.append('g').selectAll('g').data(shown).join('g').attr('stroke', p => colour(p.space));
    marks.append('line').attr('x1', p => across(x(p.x - p.dx))).attr('x2', p => across(x(p.x + p.dx))).attr('y1', p => y(p.y)).attr('y2', p => y(p.y)).attr('stroke-opacity', .35);
    marks.append('line').attr('x1', p => x(p.x)).attr('x2', p => x(p.x)).attr('y1', p => clamp(y(p.y - p.dy))).attr('y2', p => clamp(y(p.y + p.dy))).attr('stroke-opacity', .35);
    marks.append('circle').attr('r', 5).attr('cx', p => x(p.x)).attr('cy', p => y(p.y)).attr('fill', p => p.plain ? '#fff' : colour(p.space)).attr('stroke-width', 2);
    // Words stay apart, in the larger type of phones too: each at least a line below the one before it.
    const line = Math.min(22, (height - top - bottom - 20) / shown.length), words = d3.sort(shown, p => y(p.y)).map(p => ({...p, at: y(p.y) - 8}));
    words.forEach((w, i) => { w.at = Math.max(w.at, i > 0 ? words[i - 1].at + line : top + 12); });
    d3.range(words.length - 1, -1, -1).forEach(i => {
      words[i].at = Math.min(words[i].at, i + 1 < words.length ? words[i + 1].at - line : height - bottom - 8);
    });
    for (const w of words) {
      const before = x(w.x) > width * .55;
      svg.append('text').attr('x', x(w.x) + (before ? -9 : 9)).attr('y', w.at).attr('text-anchor', before ? 'end' : 'start')
        .style('fill', colour(w.space)).text(w.recipe.length > 20 ? w.recipe.slice(0, 19) + '…' : w.recipe);
    }
    marks.append('title').text(p => `${p.space} · ${p.recipe}: ${name} ${p.x.toFixed(3)} ± ${p.dx.toFixed(3)}, ${loss} ${p.y.toFixed(3)} ± ${p.dy.toFixed(3)}`);
    const legend = d3.select(figure).insert('div', 'svg').attr('class', 'legend');
    for (const space of spaces) {
      const entry = legend.append('span');
      entry.append('i').style('background', colour(space));
      entry.append('span').text(space);
    }
  }
})();
