// Hides questions that depend on another answer until it is given. Hidden ones are disabled, so they are not posted; the server decides the same way.
export function dependentFields(root) {
  const dependents = [...root.querySelectorAll('[data-when-field]')];
  if (dependents.length === 0) return;

  const answersTo = (form, name) => [...form.elements]
    .filter(control => control.name === name && !control.matches(':disabled') && (!['radio', 'checkbox'].includes(control.type) || control.checked))
    .map(control => control.value);

  const update = form => {
    for (const dependent of dependents.filter(item => form.contains(item))) {
      const wanted = JSON.parse(dependent.dataset.whenAny);
      const asked = answersTo(form, dependent.dataset.whenField).some(answer => wanted.includes(answer));
      dependent.hidden = !asked;
      for (const control of dependent.querySelectorAll('input, select, textarea')) control.disabled = !asked;
    }
  };

  for (const form of new Set(dependents.map(item => item.closest('form')).filter(Boolean))) {
    form.addEventListener('change', () => update(form));
    update(form);
  }
}
