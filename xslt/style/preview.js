// Added to pages by "memcon serve" only: loads the page again when there is something else to see.
const own = document.currentScript;
let source;

function follow() {
  source?.close();
  source = new EventSource('/.memcon/events');
  source.addEventListener('version', ({ data }) => {
    if (data !== own.dataset.version) location.reload();
  });
}

// A browser keeps few connections to one server: pages in the background let theirs go.
document.addEventListener('visibilitychange', () => (document.hidden ? source.close() : follow()));
addEventListener('pagehide', () => source.close());
addEventListener('pageshow', ({ persisted }) => persisted && follow());
follow();
