import { expect, test } from './desktop.ts';
import type { Desktop } from './driver.ts';

/** What happens when the process of the screens dies, or does not answer. */
const patient = { timeout: 60_000 };
test.slow();

const explained = (desktop: Desktop) =>
  desktop.inMain(() =>
    witness.notifications.filter(({ title }) => title === 'The screens stopped working').map(({ body }) => body),
  );
const crash = (desktop: Desktop) =>
  desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());

/** Whether the page of the window answers, asked of main: what drives a browser loses a page that has crashed. */
async function answers(desktop: Desktop): Promise<boolean> {
  return desktop.inMain(async ({ BrowserWindow }) => {
    const code = "document.querySelector('h1') !== null";
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (await contents?.executeJavaScript(code)) === true;
  });
}

test('screens that crash are opened anew with an explanation three times, and the fourth time closed until they are asked for', async ({
  desktop,
}) => {
  await desktop.page();
  await expect.poll(() => answers(desktop), patient).toBe(true);
  for (let times = 1; times <= 3; times += 1) {
    await crash(desktop);
    await expect.poll(() => explained(desktop), patient).toHaveLength(times);
    await expect.poll(() => answers(desktop), patient).toBe(true);
  }
  expect((await explained(desktop))[2]).toBe(
    'The screens stopped working (crashed) and were opened anew. What was not saved on them is gone; what was approved is not touched.',
  );
  await crash(desktop);
  await expect.poll(() => explained(desktop), patient).toHaveLength(4);
  expect((await explained(desktop))[3]).toContain('4 times in ten minutes (crashed). Plumbline goes on reading');
  const windows = () => desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(windows, patient).toBe(0);
  expect(desktop.isRunning()).toBe(true);
  await desktop.inMain(() => witness.trays[0]?.tray.emit('click'));
  await expect.poll(windows, patient).toBe(1);
  await expect.poll(() => answers(desktop), patient).toBe(true);
});

test('screens that do not answer are opened anew when the person says so, and not when he waits', async ({
  desktop,
}) => {
  await desktop.page();
  await expect.poll(() => answers(desktop), patient).toBe(true);
  const freeze = () => desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  const asked = () => desktop.inMain(() => witness.messageBoxes.map(({ message }) => message));
  await freeze();
  await expect.poll(asked, patient).toEqual(['The screens do not answer.']);
  expect(await explained(desktop)).toEqual([]);
  await desktop.inMain(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  await freeze();
  await expect.poll(() => explained(desktop), patient).toHaveLength(1);
  await expect.poll(() => answers(desktop), patient).toBe(true);
});
