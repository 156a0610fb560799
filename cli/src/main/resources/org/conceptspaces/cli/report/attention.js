// What the concepts of each level look at in a text: a heat map of concepts and tokens for each level.
(() => {
  const data = JSON.parse(document.getElementById('attention').textContent);
  const byId = id => document.getElementById(id);
  const space = byId('attention-space'), text = byId('attention-text'), frame = byId('attention-levels');
  const row = 17, top = 22, bottom = 20, gap = 14, bar = 48, number = 38, longest = 13;

  const cut = word => word.length > longest ? word.slice(0, longest - 1) + '…' : word;
  const readable = token => token.trim() === '' ? '␣' : token.trim().replace(/\s+/g, '␣');
  const shown = thousandths => (thousandths / 1000).toFixed(thousandths < 9995 ? 2 : 1);

  function draw(level, tokens, all) {
    const figure = d3.create('figure').attr('data-level', level.name);
    const parameters = Object.entries(level.parameters).map(([name, value]) => `, ${name} ${value}`).join('');
    figure.append('figcaption').text(`${level.name}: ${level.live} of ${level.slots} live`);
    const count = level.drawn.length;
    const most = d3.max(level.weights, w => d3.max(w)) ?? 0;
    figure.append('p').attr('class', 'note').text(`${level.geometry} of dimension ${level.dimension}${parameters}`
      + (count ? `; the darkest is ${shown(most)}` : '')
      + (count < level.live ? `; the first ${count} are drawn` : '')
      + (tokens.length < all ? `; the first ${tokens.length} of ${all} tokens are drawn` : ''));
    if (!count) return figure.node();

    const labels = tokens.map(token => cut(readable(token)));
    const left = 14 + 7.6 * d3.max(labels, label => label.length);
    const cell = Math.max(3, Math.min(Math.max(18, 64 / count), Math.floor((frame.clientWidth - left - gap - bar - number) / count)));
    const middle = left + count * cell, width = middle + gap + bar + number, height = top + row * tokens.length + bottom;
    figure.style('width', `${Math.max(width, 260)}px`); // so that levels find room side by side
    const svg = figure.append('svg').attr('viewBox', [0, 0, width, height]).attr('width', width).attr('height', height)
      .attr('role', 'img').attr('aria-label', `Attention of the concepts of level ${level.name}`);
    const colour = d3.scaleSequential([0, most || 1], d3.interpolateBlues);
    const at = i => top + row * i;
    const words = (x, y, anchor, what) => svg.append('text').attr('x', x).attr('y', y).attr('text-anchor', anchor).text(what);
    words(left, top - 8, 'start', 'concepts');
    words(middle + gap, top - 8, 'start', 'sum');
    labels.forEach((label, i) => words(left - 6, at(i) + 13, 'end', label).attr('class', 'token'));
    level.weights.forEach((weights, k) => weights.forEach((weight, i) => svg.append('rect').attr('class', 'cell')
      .attr('x', left + k * cell).attr('y', at(i)).attr('width', cell - (cell > 6 ? 1 : 0)).attr('height', row - 1)
      .attr('fill', weight === null ? '#bbb' : weight === 0 ? '#fff' : colour(weight))));
    const largest = d3.max(level.sum) || 1;
    level.sum.forEach((sum, i) => {
      const length = bar * sum / largest;
      svg.append('rect').attr('class', 'sum').attr('x', middle + gap).attr('y', at(i) + 2).attr('width', length).attr('height', row - 5).attr('fill', '#0072B2');
      words(middle + gap + length + 4, at(i) + 13, 'start', sum === null ? '–' : shown(sum));
    });
    svg.append('rect').attr('x', left - .5).attr('y', top - .5).attr('width', count * cell + .5).attr('height', row * tokens.length)
      .attr('fill', 'none').attr('stroke', '#ccc');
    words(left + Math.min(cell, 20) / 2, height - 5, 'middle', level.drawn[0]);
    if (count > 1) words(middle - Math.min(cell, 20) / 2, height - 5, 'middle', level.drawn.at(-1));

    const told = figure.append('p').attr('class', 'note told').html('&nbsp;');
    svg.on('pointermove', event => {
      const [x, y] = d3.pointer(event), i = Math.floor((y - top) / row), k = Math.floor((x - left) / cell);
      if (i < 0 || i >= tokens.length || k < 0) told.html('&nbsp;');
      else if (k < count) told.text(`concept ${level.drawn[k]} looks at “${readable(tokens[i])}” by ${((level.weights[k][i] ?? NaN) / 1000).toFixed(3)}`);
      else told.text(`all concepts look at “${readable(tokens[i])}” by ${((level.sum[i] ?? NaN) / 1000).toFixed(3)}`);
    }).on('pointerleave', () => told.html('&nbsp;'));
    return figure.node();
  }

  function show() {
    const sample = data.texts[text.selectedIndex];
    byId('attention-shown').textContent = space.selectedOptions[0].text;
    byId('attention-words').textContent = sample.text;
    frame.replaceChildren(...data.spaces[space.selectedIndex][text.selectedIndex].map(level => draw(level, sample.tokens, sample.all)));
  }

  let width = frame.clientWidth;
  window.addEventListener('resize', () => { if (frame.clientWidth !== width) { width = frame.clientWidth; show(); } });
  space.onchange = show;
  text.onchange = show;
  show();
})();
