// Copies what pages need from the packages into wwwroot/vendor, and makes each municipality's theme from its brand colours.
// Everything generated here is ignored by git; nothing is fetched from the network.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(ui, 'node_modules');
const vendor = join(ui, 'wwwroot/vendor');
const fonts = [
  { family: 'Work Sans', from: '@fontsource-variable/work-sans', file: 'work-sans' },
  { family: 'Inter', from: '@fontsource-variable/inter', file: 'inter' },
];
// Swedish, Finnish and the Sami languages need both.
const subsets = ['latin', 'latin-ext'];

rmSync(vendor, { recursive: true, force: true });
mkdirSync(join(vendor, 'fonts'), { recursive: true });

const faces = fonts.flatMap(({ family, from, file }) => subsets.map(subset => {
  const woff2 = `${file}-${subset}-wght-normal.woff2`;
  cpSync(join(packages, from, 'files', woff2), join(vendor, 'fonts', woff2));
  const ranges = JSON.parse(readFileSync(join(packages, from, 'unicode.json'), 'utf8'));
  return `@font-face{font-family:"${family}";font-style:normal;font-display:swap;font-weight:100 900;src:url(fonts/${woff2}) format("woff2");unicode-range:${ranges[subset]}}`;
}));
const styles = readFileSync(join(packages, '@digdir/designsystemet-css/dist/src/index.css'), 'utf8');
writeFileSync(join(vendor, 'designsystemet.css'), `${faces.join('\n')}\n${styles}`);
for (const [name, licence] of [['designsystemet', '@digdir/designsystemet-css/LICENSE'], ...fonts.map(font => [font.file, `${font.from}/LICENSE`])])
  cpSync(join(packages, licence), join(vendor, `LICENSE-${name}.txt`));

const cli = join(packages, '@digdir/designsystemet/dist/bin/designsystemet.js');
const plugins = resolve(ui, '../../plugins');
const folders = parent => readdirSync(parent, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => join(parent, entry.name));
for (const municipality of folders(plugins)) {
  for (const folder of folders(municipality)) {
    const config = join(folder, 'Branding/designsystemet.config.json');
    if (!existsSync(config)) continue;
    const work = mkdtempSync(join(tmpdir(), 'idesluss-theme-'));
    try {
      const run = (...args) => execFileSync(process.execPath, [cli, 'tokens', ...args], { cwd: work, stdio: 'pipe' });
      run('create', '--config', config, '--out-dir', join(work, 'tokens'));
      run('build', '--config', config, '--tokens', join(work, 'tokens'), '--out-dir', join(work, 'css'));
      const themes = join(folder, 'wwwroot/themes');
      mkdirSync(themes, { recursive: true });
      for (const theme of Object.keys(JSON.parse(readFileSync(config, 'utf8')).themes)) {
        cpSync(join(work, 'css', `${theme}.css`), join(themes, `${theme}.css`));
        console.log(`theme ${theme}`);
      }
    } catch (error) {
      console.error(`${config}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
      throw error;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
}
