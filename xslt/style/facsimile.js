// Zoom and pan for the page images, with OpenSeadragon. The page is whole without it: the drawing with the links of the
// lines moves into the viewer as its overlay, so that what the style sheet ties together stays tied.
(() => {
  const { OpenSeadragon } = window;
  if (!OpenSeadragon) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  // The viewer would write a style sheet into the page, which the page's policy forbids and nothing here needs: it looks
  // for one of this name first, and takes an element that only has the name.
  const named = document.createElementNS(null, 'style');
  named.setAttribute('data-openseadragon-mobile-css', '');
  document.head.append(named);

  function button(label, sign, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = sign;
    made.setAttribute('aria-label', label);
    made.title = label;
    made.addEventListener('click', act);
    return made;
  }

  function open(image) {
    const svg = image.querySelector('svg');
    const { width, height } = svg.viewBox.baseVal;
    // The first drawing keeps the place of the image; its twin goes over the picture.
    const keeper = svg.cloneNode(false);
    keeper.removeAttribute('role');
    keeper.removeAttribute('aria-label');
    keeper.setAttribute('aria-hidden', 'true');
    const place = document.createElement('div');
    place.className = 'viewer';
    svg.replaceWith(keeper);
    image.append(place);
    image.classList.add('zoomable');
    // The page has the words, in its language.
    const { zoomIn, zoomOut, whole, all, keys } = image.dataset;
    const viewer = OpenSeadragon({
      element: place,
      // The canvas draws images of any origin, also of pages opened from disk.
      drawer: 'canvas',
      tileSources: { type: 'image', url: image.dataset.image },
      showNavigationControl: false,
      animationTime: calm ? 0 : 0.6,
      visibilityRatio: 1,
      constrainDuringPan: true,
      minZoomImageRatio: 1,
      maxZoomPixelRatio: 3,
      gestureSettingsMouse: { scrollToZoom: false, clickToZoom: false, dblClickToZoom: true },
      gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true },
    });
    viewer.addHandler('open', () => {
      viewer.addOverlay({ element: svg, location: new OpenSeadragon.Rect(0, 0, 1, height / width), checkResize: false });
    });
    const failed = () => {
      viewer.destroy();
      place.remove();
      tools.remove();
      keeper.replaceWith(svg);
      svg.removeAttribute('style');
      image.classList.remove('zoomable');
    };
    viewer.addHandler('open-failed', failed);
    viewer.canvas.setAttribute('role', 'group');
    viewer.canvas.setAttribute('aria-label', keys);
    // While it is whole the image lets a finger scroll the page; zoomed, the finger moves the image.
    viewer.addHandler('zoom', () =>
      image.classList.toggle('is-zoomed', viewer.viewport.getZoom() > 1.01 * viewer.viewport.getHomeZoom()),
    );
    // A click takes the focus; it must not scroll the page under the pointer.
    viewer.canvas.focus = () => HTMLElement.prototype.focus.call(viewer.canvas, { preventScroll: true });
    // The viewer takes the pointer away from the link while it is pressed, so the link is remembered.
    let pressed = null;
    svg.addEventListener('pointerdown', ({ target }) => {
      pressed = target.closest('a');
    });
    viewer.addHandler('canvas-click', ({ quick }) => {
      if (quick && pressed) go(pressed.getAttribute('href'));
    });
    viewer.addHandler('canvas-release', () => setTimeout(() => (pressed = null)));
    const zoom = (factor) => {
      viewer.viewport.zoomBy(factor).applyConstraints();
    };
    const tools = document.createElement('div');
    tools.className = 'zoom-tools';
    tools.append(
      button(zoomIn, '+', () => zoom(1.5)),
      button(zoomOut, '−', () => zoom(1 / 1.5)),
      button(whole, all, () => viewer.viewport.goHome()),
    );
    image.prepend(tools);
    viewers.set(svg, viewer);
    return viewer;
  }

  /** A zoomed image moves to the line that is asked for. */
  const viewers = new Map();
  function show(zone) {
    const svg = zone.closest('.zones');
    const viewer = viewers.get(svg);
    if (!viewer || !svg.closest('.is-zoomed')) return;
    const { x, y, width, height } = zone.querySelector('rect').getBBox();
    const { x: left, y: top, width: whole } = svg.viewBox.baseVal;
    viewer.viewport.panTo(new OpenSeadragon.Point((x + width / 2 - left) / whole, (y + height / 2 - top) / whole));
  }
  const targetOf = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

  /** Follows a link, and leaves the page where it is when the target is to be seen already. */
  function go(hash) {
    const { top, bottom } = targetOf(hash).getBoundingClientRect();
    const { scrollX, scrollY } = window;
    location.hash = hash;
    if (top >= 0 && bottom <= innerHeight) scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }
  document.addEventListener('focusin', ({ target }) => {
    const line = target.closest('.line > a');
    if (line) show(targetOf(line.hash));
  });
  document.addEventListener('click', (event) => {
    const line = event.target.closest('.line > a');
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(line.hash);
    show(targetOf(line.hash));
  });

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        open(target);
      }
    },
    { rootMargin: '50%' },
  );
  for (const image of document.querySelectorAll('.image')) near.observe(image);
})();
