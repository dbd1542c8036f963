// Says how many characters are left when it begins to matter. Announced politely, and only near the limit.
export function characterCounters(root) {
  for (const counter of root.querySelectorAll('[data-count-for]')) {
    const field = root.getElementById(counter.dataset.countFor);
    if (!field) continue;
    const most = Number(counter.dataset.countTo);
    counter.setAttribute('role', 'status');
    const show = () => {
      const left = most - field.value.length;
      const near = left < Math.max(20, most * 0.1);
      counter.hidden = !near;
      counter.toggleAttribute('data-over-limit', left < 0);
      counter.textContent = near ? `${Math.abs(left)} ${left < 0 ? counter.dataset.over : counter.dataset.left}` : '';
    };
    field.addEventListener('input', show);
    show();
  }
}
