import { ensureBuilt, ensureInstalled, runTool } from './ensure.mjs';
import { buildWindowsPrograms } from './windowsPrograms.mjs';

/*
 * `npm run dist`, on Windows: builds, compiles the programs beside Plumbline.exe, and makes the MSI and the program for evaluation in
 * dist/installers. Signed only where credentials are in the environment, and then a file that could not be signed ends it:
 *
 *   WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD                       a certificate file (its path, or base64) and its password, or
 *   AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET,   Azure Trusted Signing
 *   AZURE_SIGNING_ENDPOINT, AZURE_SIGNING_ACCOUNT, AZURE_SIGNING_PROFILE, AZURE_SIGNING_PUBLISHER
 */
if (process.platform !== 'win32') {
  console.error('The MSI is compiled by WiX, which runs only on Windows. Here: npm run test:packaging.');
  process.exit(2);
}
const code = (await ensureInstalled()) || (await ensureBuilt());
if (code !== 0) process.exit(code);
buildWindowsPrograms();
const words = ['--win', '--x64', '--publish', 'never', ...signing(process.env)];
process.exit(await runTool('electron-builder/cli.js', words, { stdout: 'inherit' }));

function signing(environment) {
  const azure = {
    endpoint: environment.AZURE_SIGNING_ENDPOINT,
    codeSigningAccountName: environment.AZURE_SIGNING_ACCOUNT,
    certificateProfileName: environment.AZURE_SIGNING_PROFILE,
    publisherName: environment.AZURE_SIGNING_PUBLISHER,
  };
  const isAzure = Object.values(azure).every(Boolean) && Boolean(environment.AZURE_CLIENT_ID);
  if (!isAzure && !environment.WIN_CSC_LINK && !environment.CSC_LINK) return [];
  const options = isAzure ? Object.entries(azure).map(([key, value]) => `-c.win.azureSignOptions.${key}=${value}`) : [];
  return ['-c.forceCodeSigning=true', ...options];
}
