// Says at once when a chosen file is too large, and shows how much has been sent. Without it the form is sent as any other.
export function fileFields(root) {
  const forms = new Set();
  for (const field of root.querySelectorAll('[data-most-bytes]')) {
    const input = field.querySelector('input[type="file"]');
    const message = document.createElement('p');
    message.className = 'ds-validation-message';
    message.setAttribute('role', 'alert');
    field.append(message);
    input.addEventListener('change', () => {
      const tooLarge = [...input.files].some(file => file.size > Number(field.dataset.mostBytes));
      message.textContent = tooLarge ? field.dataset.tooLarge : '';
    });
    if (input.form) forms.add(input.form);
  }
  for (const form of forms) form.addEventListener('submit', event => send(event, form));
}

function send(event, form) {
  const field = [...form.querySelectorAll('[data-most-bytes]')].find(one => one.querySelector('input[type="file"]').files.length > 0);
  if (!field || event.defaultPrevented) return;
  event.preventDefault();
  const message = field.querySelector('[role="alert"]');
  const progress = document.createElement('progress');
  progress.max = 1;
  progress.setAttribute('aria-label', field.dataset.sending);
  message.textContent = '';
  field.append(progress);

  const request = new XMLHttpRequest();
  const stop = () => { progress.remove(); message.textContent = field.dataset.broken; };
  request.upload.addEventListener('progress', sent => { if (sent.lengthComputable) progress.value = sent.loaded / sent.total; });
  request.addEventListener('error', stop);
  request.addEventListener('load', () => {
    // The answer to a form that went well is where to go next; anything else is a page to show here.
    const next = request.getResponseHeader('X-Next-Address');
    if (next) window.location.assign(next);
    else show(request.responseText);
  });
  request.open('POST', event.submitter?.hasAttribute('formaction') ? event.submitter.formAction : form.action);
  request.setRequestHeader('X-Upload-Progress', '1');
  request.send(new FormData(form, event.submitter));
}

function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(page.body);
  document.dispatchEvent(new Event('idesluss:shown'));
}
