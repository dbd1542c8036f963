// Everything here is optional: each page works without it.
import { dependentFields } from './dependent-fields.js';
import { characterCounters } from './character-counter.js';
import { copyCodes } from './copy-code.js';
import { unsavedGuard } from './unsaved-guard.js';
import { liveProducts } from './live-product.js';
import { printButtons } from './print-button.js';
import { fileFields } from './file-field.js';
import { similarIdeas } from './similar-ideas.js';

document.documentElement.classList.add('scripted');
enhance();
// A form that was sent with its progress shown came back with errors.
document.addEventListener('idesluss:shown', enhance);

function enhance() {
  dependentFields(document);
  characterCounters(document);
  copyCodes(document);
  unsavedGuard(document);
  liveProducts(document);
  printButtons(document);
  fileFields(document);
  similarIdeas(document);

  // After a failed post the reader starts at what is wrong.
  document.querySelector('[data-focus]')?.focus();
}
