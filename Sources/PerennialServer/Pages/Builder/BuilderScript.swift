extension PageAsset {
    /// Lets the builder stay where it is: it counts anew by itself after a change, and what a button asks for is put in place without leaving
    /// the page, so that Back leads to the page before and nothing is sent twice. It sends the same form and shows the same answer as without
    /// it; where anything goes otherwise than expected, the form is sent as if there were no script.
    static let builder = PageAsset(
        name: "builder", ending: "js", mediaType: "text/javascript; charset=utf-8",
        text: """
            'use strict';
            (() => {
              const form = () => document.getElementById('builder');
              if (!form() || !window.fetch || !window.DOMParser) return;
              if (!window.SubmitEvent || !('submitter' in SubmitEvent.prototype)) return;
              let timer = 0, latest = 0, running = null, isChanged = false, isPlain = false;

              // What the server answers to the form and a button of it; null where something was asked after that.
              const ask = async (from, action) => {
                const mine = ++latest;
                clearTimeout(timer);
                if (running) running.abort();
                running = new AbortController();
                const fields = new URLSearchParams(new FormData(from));
                fields.set('action', action);
                const answer = await fetch(from.getAttribute('action'), {
                  method: 'POST', body: fields, credentials: 'same-origin', signal: running.signal
                });
                const text = await answer.text();
                return mine === latest ? {answer, page: new DOMParser().parseFromString(text, 'text/html')} : null;
              };

              // Counting.
              const count = async () => {
                const from = form();
                if (!from || from.hasAttribute('aria-busy')) return;
                try {
                  const told = await ask(from, 'preview');
                  const found = told && told.answer.ok && told.page.getElementById('preview');
                  const shown = document.getElementById('preview');
                  if (!found || !shown) return;
                  const isOpen = shown.querySelector('details[open]');
                  shown.replaceChildren(...document.importNode(found, true).childNodes);
                  const details = shown.querySelector('details');
                  if (isOpen && details) details.open = true;
                } catch (error) {
                  if (error.name !== 'AbortError') from.dataset.counting = 'failed';
                }
              };
              const soon = () => { clearTimeout(timer); timer = setTimeout(count, 400); };

              // Buttons.
              const put = (page, action, focused) => {
                const old = document.getElementById('preview');
                const counted = old && action !== 'preview' && action !== 'save' ? [...old.childNodes] : null;
                const main = document.querySelector('main'), fresh = document.importNode(page.querySelector('main'), true);
                // Browsers refuse to begin anywhere but where somebody is.
                const begins = fresh.querySelector('[autofocus]');
                if (begins) begins.removeAttribute('autofocus');
                main.replaceChildren(...fresh.childNodes);
                document.title = page.title;
                const preview = document.getElementById('preview');
                if (counted && preview) {
                  preview.replaceChildren(...counted);
                  soon();
                }
                const wrong = action === 'save' ? main.querySelector('[aria-invalid=true]') : null;
                const same = main.querySelector('button[value="' + CSS.escape(action) + '"]:not([hidden])');
                const next = wrong || begins || (focused && document.getElementById(focused)) || same
                  || document.getElementById('add');
                if (next) next.focus();
              };
              const perform = async (from, button) => {
                const action = button.value, focused = document.activeElement && document.activeElement.id;
                from.setAttribute('aria-busy', 'true');
                try {
                  const told = await ask(from, action);
                  if (told.answer.redirected) {
                    isChanged = false;
                    location.assign(told.answer.url);
                    return;
                  }
                  if (![200, 409, 422].includes(told.answer.status) || !told.page.querySelector('main')) throw new Error('no page');
                  isChanged = isChanged || action !== 'preview';
                  put(told.page, action, focused);
                } catch {
                  isPlain = true;
                  from.requestSubmit(button);
                }
              };
              document.addEventListener('submit', event => {
                const button = event.submitter;
                if (isPlain || event.target.id !== 'builder' || !button || button.name !== 'action') {
                  isChanged = false;
                  return;
                }
                event.preventDefault();
                // One thing at a time: a second press of Save would save twice.
                if (!event.target.hasAttribute('aria-busy')) perform(event.target, button);
              });
              document.addEventListener('input', event => {
                if (!event.target.form || event.target.form.id !== 'builder') return;
                isChanged = true;
                if ((event.target.name || '').startsWith('c.')) soon();
              });

              // Whoever leaves with what was not saved is asked by the browser; whoever cancels has said so.
              document.addEventListener('click', event => {
                if (event.target.closest('.builder-buttons a')) isChanged = false;
              });
              window.addEventListener('beforeunload', event => { if (isChanged) event.preventDefault(); });
            })();

            """)
}
