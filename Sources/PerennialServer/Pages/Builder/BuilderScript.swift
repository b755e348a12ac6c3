extension PageAsset {
    /// Lets the builder stay where it is: it counts anew by itself after a change, and what a button asks for is put in place without leaving
    /// the page, so that Back leads to the page before. It sends the same form and shows the same answer as without it. Where no answer comes
    /// it says so, keeps everything, and sends nothing again by itself.
    static let builder = PageAsset(
        name: "builder", ending: "js", mediaType: "text/javascript; charset=utf-8",
        text: """
            'use strict';
            (() => {
              const form = () => document.getElementById('builder');
              if (!form() || !window.fetch || !window.DOMParser) return;
              if (!window.SubmitEvent || !('submitter' in SubmitEvent.prototype)) return;
              const patience = 60000;
              let timer = 0, latest = 0, running = null, isChanged = false, isSignedOut = false;

              // What the server answers to the form and a button of it.
              const ask = async (from, action) => {
                const mine = ++latest, control = new AbortController();
                clearTimeout(timer);
                if (running) running.abort();
                running = control;
                const fields = new URLSearchParams(new FormData(from));
                fields.set('action', action);
                const limit = setTimeout(() => control.abort(), patience);
                try {
                  const answer = await fetch(from.getAttribute('action'), {
                    method: 'POST', body: fields, credentials: 'same-origin', signal: control.signal
                  });
                  const text = await answer.text();
                  return mine === latest ? {answer, page: new DOMParser().parseFromString(text, 'text/html')} : null;
                } finally {
                  clearTimeout(limit);
                }
              };

              // Marks follow what is typed: a field that was filled in is marked where it is wrong, and any that is right again no more.
              const filled = new Set();
              const unmark = field => {
                field.removeAttribute('aria-invalid');
                const problem = document.getElementById(field.id + '-problem');
                if (problem) problem.remove();
              };
              const mark = page => {
                const main = document.querySelector('main');
                for (const problem of main.querySelectorAll('.condition .problem[id]')) {
                  if (!page.getElementById(problem.id)) problem.remove();
                }
                for (const field of main.querySelectorAll('.condition [aria-invalid]')) {
                  const told = page.getElementById(field.id);
                  if (told && !told.hasAttribute('aria-invalid')) unmark(field);
                }
                for (const id of filled) {
                  const field = document.getElementById(id), told = page.getElementById(id), why = page.getElementById(id + '-problem');
                  if (!field || !told || !why || !told.hasAttribute('aria-invalid')) continue;
                  unmark(field);
                  field.setAttribute('aria-invalid', 'true');
                  field.setAttribute('aria-describedby', why.id);
                  field.parentElement.append(document.importNode(why, true));
                }
                const alert = main.querySelector('.builder [role=alert]:not(.no-answer)');
                if (alert && !main.querySelector('.builder [aria-invalid], .builder .problem[id]')) alert.remove();
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
                  mark(told.page);
                  const isOpen = shown.querySelector('details[open]');
                  shown.replaceChildren(...document.importNode(found, true).childNodes);
                  const details = shown.querySelector('details');
                  if (isOpen && details) details.open = true;
                } catch (error) {
                  if (error.name !== 'AbortError') from.dataset.counting = 'failed';
                }
              };
              const soon = () => { clearTimeout(timer); timer = setTimeout(count, 400); };

              // Where typing was, and goes on.
              const place = () => {
                const field = document.activeElement;
                return {id: field && field.id, caret: field && field.selectionStart};
              };
              const goOn = (field, caret) => {
                if (!field) return;
                if (!field.matches('a, button, input, select, textarea, summary')) field.tabIndex = -1;
                field.focus();
                if (typeof caret === 'number') try { field.setSelectionRange(caret, caret); } catch {}
              };

              // Buttons.
              const put = (page, status, action, before) => {
                const old = document.getElementById('preview');
                const main = document.querySelector('main'), fresh = document.importNode(page.querySelector('main'), true);
                // Browsers refuse to begin anywhere but where somebody is.
                const begins = fresh.querySelector('[autofocus]');
                if (begins) begins.removeAttribute('autofocus');
                main.replaceChildren(...fresh.childNodes);
                document.title = page.title;
                filled.clear();
                const preview = document.getElementById('preview');
                if (preview && old && action !== 'save') {
                  // What changes within it is read out, not what comes with it.
                  const counted = [...preview.childNodes];
                  preview.replaceChildren(...old.childNodes);
                  if (action === 'preview') setTimeout(() => preview.replaceChildren(...counted), 50); else soon();
                }
                if (status === 409) {
                  // Somebody else saved meanwhile: that is read first, and no key that is still down answers it.
                  main.focus();
                  window.scrollTo(0, 0);
                } else if (action === 'save') {
                  goOn(main.querySelector('[aria-invalid=true]') || main.querySelector('[role=alert]:not(.no-answer)'));
                } else if (begins) {
                  goOn(begins);
                } else {
                  const field = before.id ? document.getElementById(before.id) : null;
                  const same = main.querySelector('button[value="' + CSS.escape(action) + '"]:not([aria-hidden])');
                  goOn(field || same || document.getElementById('add'), field ? before.caret : null);
                }
              };
              // Nothing came of it, or nobody knows what: whoever pressed decides.
              const stay = (from, button, note) => {
                from.removeAttribute('aria-busy');
                document.querySelector('main').inert = false;
                for (const other of document.querySelectorAll('.no-answer')) other.classList.toggle('shown', other.id === note);
                const said = document.getElementById(note);
                if (said) said.scrollIntoView({block: 'center'});
                button.focus({preventScroll: true});
                isSignedOut = note === 'signed-out';
              };
              // Whoever signed in again, in another tab, has another token.
              const renew = async from => {
                const answer = await fetch(from.getAttribute('action'), {credentials: 'same-origin'});
                if (answer.redirected || !answer.ok) return false;
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                const found = page.querySelector('#builder [name=csrf_token]'), token = from.querySelector('[name=csrf_token]');
                if (!found || !token) return false;
                token.value = found.value;
                return true;
              };
              const perform = async (from, button) => {
                const action = button.value, before = place(), main = document.querySelector('main');
                from.setAttribute('aria-busy', 'true');
                try {
                  // What would be typed now would be lost.
                  main.inert = true;
                  if (isSignedOut && !await renew(from)) return stay(from, button, 'signed-out');
                  isSignedOut = false;
                  const told = await ask(from, action), answer = told && told.answer;
                  if (answer && answer.redirected) {
                    if (!new URL(answer.url).pathname.startsWith('/segments')) return stay(from, button, 'signed-out');
                    isChanged = false;
                    location.assign(answer.url);
                    return;
                  }
                  if (!answer || ![200, 409, 422].includes(answer.status) || !told.page.querySelector('main')) throw new Error();
                  isChanged = isChanged || action !== 'preview';
                  main.inert = false;
                  put(told.page, answer.status, action, before);
                } catch {
                  stay(from, button, 'no-answer');
                }
              };
              document.addEventListener('submit', event => {
                const button = event.submitter, from = event.target;
                if (from.id !== 'builder' || !button || button.name !== 'action') {
                  // Another form of the page, such as the search, would lose what is not saved.
                  if (from.closest('main')) isChanged = false;
                  return;
                }
                event.preventDefault();
                // One thing at a time: a second press of Save would save twice.
                if (!from.hasAttribute('aria-busy')) perform(from, button);
              });
              document.addEventListener('input', event => {
                if (!event.target.form || event.target.form.id !== 'builder') return;
                isChanged = true;
                if ((event.target.name || '').startsWith('c.')) soon();
                else if (event.target.hasAttribute('aria-invalid')) unmark(event.target);
              });
              // Whoever goes on to the next field has filled this one in.
              document.addEventListener('change', event => {
                if (!event.target.form || event.target.form.id !== 'builder' || !event.target.id) return;
                filled.add(event.target.id);
                if ((event.target.name || '').startsWith('c.')) soon();
              });

              // Whoever leaves with what was not saved is asked by the browser; whoever cancels has said so.
              document.addEventListener('click', event => {
                const isHere = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;
                if (isHere && event.target.closest('.builder-buttons a')) isChanged = false;
              });
              window.addEventListener('beforeunload', event => {
                if (!isChanged) return;
                event.preventDefault();
                event.returnValue = '';
              });
              // A page that comes back as it was left may still wait for the answer that led away from it.
              window.addEventListener('pageshow', event => {
                if (!event.persisted || !form()) return;
                form().removeAttribute('aria-busy');
                document.querySelector('main').inert = false;
              });
            })();

            """)
}
