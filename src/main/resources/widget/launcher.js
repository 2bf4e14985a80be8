/*
 * Pokana on another site: a button, and behind it the chat in a frame. It loads nothing until somebody presses the
 * button, keeps its looks to itself, and knows nothing of the page it stands on.
 *
 *   <script src="https://…/widget.js" async></script>         data-language="en" if not that of the page
 */
(() => {
  'use strict';
  const script = document.currentScript;
  if (!script || document.querySelector('pokana-chat')) {
    return;
  }
  const all = 'WORDS';
  const wanted = (script.dataset.language || document.documentElement.lang || '').slice(0, 2).toLowerCase();
  const language = all[wanted] ? wanted : 'bg';
  const words = all[language];
  const page = new URL('/widget?lang=' + language, script.src);
  const home = new URL('/?lang=' + language, script.src);

  const LOOK = `
    :host { all: initial; --brand: #0b5d5e; --over: #084a4b; --ink: #1a2426; --on: #fff; --card: #fff; --line: #dedbd3; --focus: #b4540a; }
    * { box-sizing: border-box; }
    button, a, h2 { font: 600 16px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
    [hidden] { display: none !important; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .launch { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; display: inline-flex; align-items: center;
      gap: 10px; min-height: 56px; padding: 0 20px; border: 2px solid var(--on); border-radius: 28px; background: var(--brand);
      color: var(--on); cursor: pointer; box-shadow: 0 6px 24px rgb(0 0 0 / 28%); }
    .launch:hover { background: var(--over); }
    .launch svg { width: 26px; height: 26px; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linejoin: round; }
    .panel { position: fixed; right: 16px; bottom: 84px; z-index: 2147483001; display: flex; flex-direction: column;
      width: 400px; max-width: calc(100vw - 32px); height: min(640px, calc(100vh - 100px)); height: min(640px, calc(100dvh - 100px));
      overflow: hidden; border: 1px solid var(--line); border-radius: 16px; background: var(--card); color: var(--ink);
      box-shadow: 0 12px 48px rgb(0 0 0 / 30%); }
    .bar { display: flex; align-items: center; gap: 4px; min-height: 52px; padding: 4px 4px 4px 16px; background: var(--brand); color: var(--on); }
    .bar h2 { flex: 1; min-width: 0; margin: 0; }
    .bar a, .bar button { display: inline-flex; align-items: center; justify-content: center; min-width: 44px; min-height: 44px; padding: 0 8px;
      border: 0; border-radius: 10px; background: none; color: inherit; cursor: pointer; }
    .bar a { font-size: 14px; }
    .bar a:hover, .bar button:hover { background: var(--over); }
    .bar :focus-visible { outline-color: #fff; outline-offset: -3px; }
    .bar svg { width: 22px; height: 22px; stroke: currentcolor; stroke-width: 2.4; stroke-linecap: round; }
    iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: var(--card); }
    @media (max-width: 480px) {
      .panel { inset: 0; width: auto; max-width: none; height: auto; border: 0; border-radius: 0; }
      .launch span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .launch { width: 60px; min-height: 60px; padding: 0; justify-content: center; border-radius: 50%; }
    }
    @media (prefers-color-scheme: dark) { :host { --card: #182023; --ink: #e9eeed; --line: #2b383c; --focus: #ffb377; } }
    @media (prefers-reduced-motion: no-preference) { .panel { animation: come .16s ease-out; } }
    @media (forced-colors: active) { .launch, .panel { border: 2px solid; } }
    @media print { :host { display: none; } }
    @keyframes come { from { opacity: 0; transform: translateY(12px); } }`;

  const host = document.createElement('pokana-chat');
  const root = host.attachShadow({ mode: 'open' });
  const look = new CSSStyleSheet(); // a site that forbids inline styles allows these
  look.replaceSync(LOOK);
  root.adoptedStyleSheets = [look];

  const launch = make('button', { type: 'button', class: 'launch', 'aria-expanded': 'false', 'aria-controls': 'panel' });
  launch.append(icon('M4 5h16v11H12l-5 4v-4H4z'), make('span', {}, words.open));

  const panel = make('section', { id: 'panel', class: 'panel', role: 'dialog', 'aria-labelledby': 'title' });
  panel.hidden = true;
  const close = make('button', { type: 'button', 'aria-label': words.close });
  close.append(icon('M5 5l14 14M19 5 5 19'));
  const bar = make('div', { class: 'bar' });
  bar.append(
    make('h2', { id: 'title' }, words.title),
    make('a', { href: home.href, target: '_blank', rel: 'noopener' }, words.elsewhere),
    close);
  const frame = make('iframe', { title: words.title, allow: 'clipboard-write', referrerpolicy: 'origin' });
  panel.append(bar, frame);
  root.append(launch, panel);

  function make(name, attributes, text) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function icon(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  }

  function show(open) {
    panel.hidden = !open;
    launch.setAttribute('aria-expanded', String(open));
    if (open && !frame.src) {
      frame.src = page.href;
    }
    (open ? frame : launch).focus();
  }

  launch.addEventListener('click', () => show(panel.hidden));
  close.addEventListener('click', () => show(false));
  root.addEventListener('keydown', event => event.key === 'Escape' && !panel.hidden && show(false));
  window.addEventListener('message', event => {
    if (event.source === frame.contentWindow && event.origin === page.origin && event.data === 'pokana:close' && !panel.hidden) {
      show(false);
    }
  });

  if (document.body) {
    document.body.append(host);
  } else {
    document.addEventListener('DOMContentLoaded', () => document.body.append(host));
  }
})();
