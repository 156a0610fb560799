// The taxonomy as a model has laid it out: a Poincaré disk or a plane, to be dragged and zoomed.
(() => {
  const data = JSON.parse(document.getElementById('maps').textContent);
  const byId = id => document.getElementById(id);
  const canvas = byId('map-canvas'), tip = byId('map-tip'), pick = byId('map-run'), find = byId('map-find');
  const held = byId('map-held') ?? {checked: false}, about = byId('map-about');
  const context = canvas.getContext('2d');
  const add = (a, b) => [a[0] + b[0], a[1] + b[1]];
  const times = (a, b) => [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
  const conjugate = a => [a[0], -a[1]];
  const over = (a, b) => { const n = b[0] * b[0] + b[1] * b[1], p = times(a, conjugate(b)); return [p[0] / n, p[1] / n]; };
  const norm = a => Math.hypot(a[0], a[1]);

  // z → (αz + β)/(β̄z + ᾱ), an isometry of the unit disk; of the form that takes 0 to a.
  const translation = a => { const s = 1 / Math.sqrt(1 - a[0] * a[0] - a[1] * a[1]); return [[s, 0], [a[0] * s, a[1] * s]]; };
  const apply = ([alpha, beta], z) => over(add(times(alpha, z), beta), add(times(conjugate(beta), z), conjugate(alpha)));
  const compose = ([a, b], [c, d]) => {
    const alpha = add(times(a, c), times(b, conjugate(d))), beta = add(times(a, d), times(b, conjugate(c)));
    const n = Math.sqrt(alpha[0] ** 2 + alpha[1] ** 2 - beta[0] ** 2 - beta[1] ** 2); // 1 but for rounding
    return [[alpha[0] / n, alpha[1] / n], [beta[0] / n, beta[1] / n]];
  };
  const inside = z => { const n = norm(z); return n > .98 ? [z[0] / n * .98, z[1] / n * .98] : z; };

  // A point that rounding has put on the rim has no translation to the middle.
  const within = z => { const n = norm(z), most = 1 - 1e-12; return n > most ? [z[0] / n * most, z[1] / n * most] : z; };

  class Disk {
    constructor(points, curvature) {
      // A tangent of length r at the origin leads to tanh(√(−K)·r/2) in the unit disk.
      const root = Math.sqrt(-curvature);
      this.start = points.map(p => { const r = norm(p), t = Math.tanh(root * r / 2); return r > 0 ? [p[0] / r * t, p[1] / r * t] : [0, 0]; });
      this.enlarged = Math.min(200, Math.max(1, .95 / d3.max(this.start, norm)));
      this.reset();
    }
    reset() { this.view = translation([0, 0]); this.move(); }
    move() { this.now = this.start.map(z => apply(this.view, z)); }
    screen(z) { return [z[0] * this.enlarged, z[1] * this.enlarged]; }
    disk(s) { return inside([s[0] / this.enlarged, s[1] / this.enlarged]); }
    at(i) { return this.screen(this.now[i]); }
    pan(from, to) {
      const a = this.disk(from), b = this.disk(to);
      this.view = compose(compose(translation(b), translation([-a[0], -a[1]])), this.view);
      this.move();
    }
    zoom(at, closer) { this.pan(at, at.map(x => x * (closer ? .75 : 1.3))); }
    centre(i) { const z = within(this.now[i]); this.view = compose(translation([-z[0], -z[1]]), this.view); this.move(); }
    edge(path, i, j, scale) {
      const p = this.now[i], q = this.now[j], det = p[0] * q[1] - p[1] * q[0], e = this.enlarged * scale;
      path.moveTo(p[0] * e, p[1] * e);
      if (Math.abs(det) < 1e-4) { path.lineTo(q[0] * e, q[1] * e); return; }
      // The circle through both that meets the unit circle at right angles.
      const pp = 1 + p[0] ** 2 + p[1] ** 2, qq = 1 + q[0] ** 2 + q[1] ** 2;
      const c = [(pp * q[1] - qq * p[1]) / (2 * det), (qq * p[0] - pp * q[0]) / (2 * det)];
      const radius = Math.sqrt(Math.max(0, c[0] ** 2 + c[1] ** 2 - 1));
      const from = Math.atan2(p[1] - c[1], p[0] - c[0]), to = Math.atan2(q[1] - c[1], q[0] - c[0]);
      const turn = ((to - from) % (2 * Math.PI) + 3 * Math.PI) % (2 * Math.PI) - Math.PI;
      path.arc(c[0] * e, c[1] * e, radius * e, from, from + turn, turn < 0);
    }
    rim(scale) {
      if (this.enlarged > 1.5) return;
      context.beginPath(); context.arc(0, 0, scale * this.enlarged, 0, 2 * Math.PI);
      context.fillStyle = '#fafafa'; context.fill(); context.strokeStyle = '#bbb'; context.lineWidth = 1; context.stroke();
    }
    told() { return 'Poincaré disk' + (this.enlarged > 1.5 ? `, its middle magnified ${this.enlarged.toFixed(1)} times` : '') + '; lines are geodesics; drag and zoom are hyperbolic translations'; }
  }

  class Plane {
    constructor(points) {
      const x = d3.extent(points, p => p[0]), y = d3.extent(points, p => p[1]);
      this.middle = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
      this.size = 2.1 / (Math.max(x[1] - x[0], y[1] - y[0]) || 1);
      this.start = points.map(p => [(p[0] - this.middle[0]) * this.size, (p[1] - this.middle[1]) * this.size]);
      this.reset();
    }
    reset() { this.scale = 1; this.shift = [0, 0]; }
    at(i) { return [this.start[i][0] * this.scale + this.shift[0], this.start[i][1] * this.scale + this.shift[1]]; }
    pan(from, to) { this.shift = [this.shift[0] + to[0] - from[0], this.shift[1] + to[1] - from[1]]; }
    zoom(at, closer) {
      const f = closer ? 1.25 : .8;
      this.scale *= f; this.shift = this.shift.map((s, k) => at[k] + (s - at[k]) * f);
    }
    centre(i) { const p = this.at(i); this.pan(p, [0, 0]); }
    edge(path, i, j, scale) { const p = this.at(i), q = this.at(j); path.moveTo(p[0] * scale, p[1] * scale); path.lineTo(q[0] * scale, q[1] * scale); }
    rim(scale) {
      const o = [-this.middle[0] * this.size * this.scale + this.shift[0], -this.middle[1] * this.size * this.scale + this.shift[1]].map(v => v * scale);
      context.beginPath(); context.moveTo(o[0] - 8, o[1]); context.lineTo(o[0] + 8, o[1]); context.moveTo(o[0], o[1] - 8); context.lineTo(o[0], o[1] + 8);
      context.strokeStyle = '#888'; context.lineWidth = 1; context.stroke();
    }
    told() { return 'plane; the cross is the origin'; }
  }

  let map, view, branch, depth, chosen = -1, size = 0;

  // The largest subtrees get a colour each: the largest is split until there are enough.
  function branches(parents) {
    const n = parents.length, children = Array.from({length: n}, () => []), count = Array(n).fill(1);
    for (let i = n - 1; i >= 0; i--) if (parents[i].length) { children[parents[i][0]].push(i); count[parents[i][0]] += count[i]; }
    let heads = d3.range(n).filter(i => !parents[i].length);
    for (let round = 0; round < 40 && heads.length < 10; round++) {
      const largest = heads.filter(i => children[i].length).sort((a, b) => count[b] - count[a])[0];
      if (largest === undefined) break;
      const parts = children[largest].filter(c => count[c] > n / 50);
      heads = heads.filter(i => i !== largest).concat(parts);
      if (!parts.length) break;
    }
    const of = Array(n).fill(-1);
    heads = heads.sort((a, b) => count[b] - count[a]).slice(0, 10);
    heads.forEach((head, k) => { of[head] = k; });
    for (let i = 0; i < n; i++) if (of[i] < 0 && parents[i].length) of[i] = of[parents[i][0]];
    return [of, heads];
  }

  function show(index) {
    map = data.maps[index];
    const points = map.x.map((x, i) => [x, map.y[i]]);
    view = map.curvature !== null && map.curvature < 0 ? new Disk(points, map.curvature) : new Plane(points);
    let heads;
    [branch, heads] = branches(map.parents);
    byId('map-legend').replaceChildren(...heads.map((head, k) => {
      const entry = document.createElement('span'), mark = document.createElement('i');
      mark.style.background = d3.schemeTableau10[k];
      entry.append(mark, id(head));
      return entry;
    }));
    depth = map.parents.map(() => 0);
    map.parents.forEach((ps, i) => { if (ps.length) depth[i] = 1 + Math.max(...ps.map(p => depth[p])); });
    chosen = -1; tip.hidden = true;
    const shown = map.dimension > 2 ? `. Of ${map.dimension} dimensions it shows the two in which tangents at the origin vary most (${Math.round(100 * map.share)}% of their variance)` : '';
    const left = map.left > 0 ? ` ${map.left} of ${map.left + map.x.length} nodes are left out, the deepest.` : '';
    about.textContent = `${view.told()}${shown}.${left}`.replace(/^./, c => c.toUpperCase());
    byId('map-names').replaceChildren(...map.node.map(k => { const o = document.createElement('option'); o.value = data.ids[k]; return o; }));
    draw();
  }

  const id = i => data.ids[map.node[i]];
  const colour = i => branch[i] < 0 ? '#999' : d3.schemeTableau10[branch[i]];
  const right = i => map.parents[i].includes(map.predicted[i]);

  function draw() {
    const ratio = window.devicePixelRatio || 1;
    size = canvas.clientWidth;
    if (canvas.width !== Math.round(size * ratio)) { canvas.width = canvas.height = Math.round(size * ratio); }
    const scale = size / 2 - 8;
    context.setTransform(ratio, 0, 0, ratio, size / 2 * ratio, size / 2 * ratio);
    context.clearRect(-size / 2, -size / 2, size, size);
    view.rim(scale);
    const line = (pairs, style, width, dash = []) => {
      context.beginPath(); pairs.forEach(([i, j]) => view.edge(context, i, j, scale));
      context.strokeStyle = style; context.lineWidth = width; context.setLineDash(dash); context.stroke(); context.setLineDash([]);
    };
    const trained = [], truth = [], wrong = [];
    map.parents.forEach((ps, i) => {
      if (map.predicted[i] < 0) ps.forEach(p => trained.push([i, p]));
      else { ps.forEach(p => truth.push([i, p])); if (!right(i)) wrong.push([i, map.predicted[i]]); }
    });
    line(trained, 'rgba(110,110,110,.22)', .7);
    if (held.checked) { line(truth, 'rgba(0,130,90,.55)', .9); line(wrong, 'rgba(213,94,0,.5)', .9, [3, 3]); }
    for (let i = 0; i < map.x.length; i++) if (map.predicted[i] < 0) dot(i, scale, Math.max(1.8, 5 - .6 * depth[i]));
    for (let i = 0; i < map.x.length; i++) if (map.predicted[i] >= 0 && held.checked) diamond(i, scale, 4);
    if (chosen >= 0) highlight(line, scale);
  }

  function dot(i, scale, radius) {
    const p = view.at(i);
    context.beginPath(); context.arc(p[0] * scale, p[1] * scale, radius, 0, 2 * Math.PI);
    context.fillStyle = colour(i); context.fill();
  }

  function diamond(i, scale, r) {
    const p = view.at(i), x = p[0] * scale, y = p[1] * scale;
    context.beginPath(); context.moveTo(x, y - r); context.lineTo(x + r, y); context.lineTo(x, y + r); context.lineTo(x - r, y); context.closePath();
    context.fillStyle = '#fff'; context.fill(); context.strokeStyle = right(i) ? '#00825a' : '#d55e00'; context.lineWidth = 1.5; context.stroke();
  }

  function path(i) { const up = [i]; while (map.parents[up.at(-1)].length) up.push(map.parents[up.at(-1)][0]); return up; }

  function highlight(line, scale) {
    const up = path(chosen);
    line(up.slice(1).map((p, k) => [up[k], p]), '#111', 1.8);
    const told = [chosen, up[1], up.at(-1)];
    if (map.predicted[chosen] >= 0) { line([[chosen, map.predicted[chosen]]], '#d55e00', 1.8, [4, 3]); told.push(map.predicted[chosen]); }
    context.font = '12px system-ui, sans-serif'; context.textAlign = 'center';
    for (const i of new Set(told.filter(i => i !== undefined))) {
      dot(i, scale, 5);
      const p = view.at(i), text = data.ids[map.node[i]];
      context.lineWidth = 3; context.strokeStyle = '#fff'; context.strokeText(text, p[0] * scale, p[1] * scale - 9);
      context.fillStyle = '#111'; context.fillText(text, p[0] * scale, p[1] * scale - 9);
    }
  }

  function choose(i) {
    chosen = i;
    tip.hidden = i < 0;
    if (i >= 0) {
      const rows = [['b', id(i)], ['span', data.texts[map.node[i]]], ['span', path(i).slice(1).map(id).join(' › ')]];
      if (map.predicted[i] >= 0) rows.push(['em', `held out; placed below ${id(map.predicted[i])}, ${right(i) ? 'rightly' : 'truly below ' + map.parents[i].map(id).join(', ')}`]);
      tip.replaceChildren(...rows.filter(r => r[1]).map(([tag, text]) => { const e = document.createElement(tag); e.textContent = text; return e; }));
    }
    draw();
  }

  const where = event => { const [x, y] = d3.pointer(event, canvas), scale = size / 2 - 8; return [(x - size / 2) / scale, (y - size / 2) / scale]; };
  function nearest(at) {
    const reach = 14 / (size / 2 - 8);
    let best = -1, least = reach;
    for (let i = 0; i < map.x.length; i++) {
      if (map.predicted[i] >= 0 && !held.checked) continue;
      const p = view.at(i), d = Math.hypot(p[0] - at[0], p[1] - at[1]);
      if (d < least) { least = d; best = i; }
    }
    return best;
  }

  let from = null;
  d3.select(canvas)
    .on('pointerdown', event => { from = where(event); canvas.setPointerCapture(event.pointerId); })
    .on('pointermove', event => {
      const at = where(event);
      if (from) { view.pan(from, at); from = at; draw(); } else { const i = nearest(at); if (i !== chosen) choose(i); }
    })
    .on('pointerup pointercancel', event => { from = null; choose(nearest(where(event))); })
    .on('wheel', event => { event.preventDefault(); view.zoom(where(event), event.deltaY < 0); draw(); }, {passive: false});
  const middle = () => chosen >= 0 ? view.at(chosen) : [.3, 0];
  byId('map-in').onclick = () => { view.zoom(middle(), true); draw(); };
  byId('map-out').onclick = () => { view.zoom(middle(), false); draw(); };
  byId('map-reset').onclick = () => { view.reset(); choose(-1); };
  find.onchange = () => { const i = map.node.findIndex(k => data.ids[k] === find.value); if (i >= 0) { view.centre(i); choose(i); } };
  held.onchange = () => draw();
  pick.onchange = () => show(pick.selectedIndex);
  window.addEventListener('resize', () => draw());
  show(0);
})();
