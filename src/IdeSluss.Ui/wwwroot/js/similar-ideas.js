// Shows ideas like the one being written. The server finds and writes them; without script the next page shows the same.
const pause = 700;
const fewestLetters = 12;
const mostLetters = 6000;

export function similarIdeas(root) {
  for (const box of root.querySelectorAll('[data-similar]')) {
    const form = box.closest('form');
    const fields = box.dataset.similarOf.split(' ').map(id => root.getElementById(id)).filter(Boolean);
    const list = box.querySelector('[data-similar-list]');
    const said = form?.querySelector('[data-similar-said]');
    if (!form || !list || !said || fields.length === 0) continue;
    let waiting;
    let asking;
    let asked = '';

    const show = html => {
      list.innerHTML = html;
      const count = list.querySelectorAll('li').length;
      box.hidden = count === 0;
      const text = count === 0 ? '' : count === 1 ? box.dataset.one : box.dataset.many.replace('{0}', count);
      // Said again only when it has changed: nobody wants to hear the same after every word.
      if (said.textContent !== text) said.textContent = text;
    };

    const ask = async () => {
      const texts = fields.map(field => field.value.slice(0, mostLetters));
      const whole = texts.join('\n').trim();
      if (whole === asked) return;
      asked = whole;
      asking?.abort();
      if (whole.length < fewestLetters) return show('');
      asking = new AbortController();
      const body = new FormData();
      fields.forEach((field, index) => body.append(field.name, texts[index]));
      body.append('__RequestVerificationToken', form.elements.namedItem('__RequestVerificationToken')?.value ?? '');
      try {
        const answer = await fetch(box.dataset.similar, { method: 'POST', body, signal: asking.signal });
        // Too many questions, or a server that is away: what is shown stays, and the next page asks again.
        if (answer.ok) show(await answer.text());
      } catch (error) {
        if (error.name !== 'AbortError') asked = '';
      }
    };

    for (const field of fields) {
      field.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(ask, pause);
      });
    }
  }
}
