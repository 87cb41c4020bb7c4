import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * electron-builder's hook `msiProjectCreated`: puts setup.wxs into the project that it made, before the compiler sees it. Whatever is not
 * found as it is expected ends the build, so that a newer electron-builder cannot leave the service out in silence.
 */

/** The service's program comes in three components of setup.wxs; the one that electron-builder made for it has to go. */
const serviceComponent =
  /\n *<Component(?: Id="[^"]*")?>\s*<File Name="plumbline-service\.exe"[^>]*\/>\s*<\/Component>/g;

/** In: the file of electron-builder's project. It is changed in place. */
export async function msiProjectCreated(file) {
  const [project, setup] = await Promise.all([
    readFile(file, 'utf8'),
    readFile(join(import.meta.dirname, 'setup.wxs'), 'utf8'),
  ]);
  await writeFile(file, withSetup(project, setup));
}

/** The project with the content of setup.wxs's fragment. Throws when either is not of the expected form. */
export function withSetup(project, setup) {
  const fragment = /<Fragment>([\s\S]*)<\/Fragment>/.exec(setup)?.[1];
  if (fragment === undefined) throw new Error('setup.wxs has no <Fragment>.');
  let text = replacedOnce(project, serviceComponent, '', 'the component of plumbline-service.exe');
  // Inside the transaction: an upgrade that fails leaves the old version as it was.
  text = replacedOnce(text, '<MajorUpgrade ', '<MajorUpgrade Schedule="afterInstallInitialize" ', '<MajorUpgrade');
  const group = '<ComponentGroupRef Id="ProductComponents"/>';
  text = replacedOnce(text, group, `${group}\n      <ComponentGroupRef Id="PlumblineSetup"/>`, group);
  return replacedOnce(text, '</Product>', `${fragment.trimEnd()}\n  </Product>`, '</Product>');
}

function replacedOnce(text, pattern, replacement, name) {
  const parts = text.split(pattern);
  if (parts.length !== 2) {
    throw new Error(`The MSI project has ${name} ${parts.length - 1} times instead of once: it cannot be completed.`);
  }
  return parts.join(replacement);
}
