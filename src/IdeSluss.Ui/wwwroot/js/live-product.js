// Shows a product (a risk number) while one chooses its factors. The server computes it anew when the form is saved.
export function liveProducts(root) {
  for (const result of root.querySelectorAll('[data-product]')) {
    const form = result.closest('form');
    const shown = result.querySelector('dd');
    if (!form || !shown) continue;
    const names = JSON.parse(result.dataset.product);
    const numberOf = name => {
      const control = form.elements.namedItem(name);
      const value = control?.value ?? '';
      return value === '' ? NaN : Number(value.replace(',', '.'));
    };
    const update = () => {
      const product = names.map(numberOf).reduce((left, right) => left * right, 1);
      shown.textContent = Number.isFinite(product) ? product.toLocaleString(document.documentElement.lang) : '–';
    };
    shown.setAttribute('aria-live', 'polite');
    form.addEventListener('change', update);
  }
}
