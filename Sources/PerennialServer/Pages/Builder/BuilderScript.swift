extension PageAsset {
    /// Counts anew by itself after a change on the builder: it sends the same form, and puts the preview of the answer in place. Nothing
    /// else depends on it.
    static let builder = PageAsset(
        name: "builder", ending: "js", mediaType: "text/javascript; charset=utf-8",
        text: """
            'use strict';
            (() => {
              const form = document.getElementById('builder');
              if (!form || !window.fetch || !window.DOMParser) return;
              let timer = 0, current = 0, running = null;
              const count = async () => {
                const mine = ++current;
                if (running) running.abort();
                running = new AbortController();
                const fields = new URLSearchParams(new FormData(form));
                fields.set('action', 'preview');
                try {
                  const answer = await fetch(form.getAttribute('action'), {
                    method: 'POST', body: fields, credentials: 'same-origin', signal: running.signal
                  });
                  if (!answer.ok) return;
                  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                  const found = page.getElementById('preview'), shown = document.getElementById('preview');
                  if (mine !== current || !found || !shown) return;
                  const isOpen = shown.querySelector('details[open]');
                  shown.replaceChildren(...document.importNode(found, true).childNodes);
                  const details = shown.querySelector('details');
                  if (isOpen && details) details.open = true;
                } catch (error) {
                  if (error.name !== 'AbortError') form.dataset.counting = 'failed';
                }
              };
              const soon = () => { clearTimeout(timer); timer = setTimeout(count, 400); };
              form.addEventListener('input', event => {
                const name = event.target.name || '';
                if (name.startsWith('c.')) soon();
              });
            })();

            """)
}
