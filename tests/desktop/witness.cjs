/*
 * Loaded before the application in Electron and in its double alike: keeps what the application shows and opens, so that a test can read
 * it, and shows nothing that would wait for a person.
 */
const { app, dialog, ipcMain, Notification, shell, Tray } = require('electron');

const contents = [];
const witness = {
  trays: [],
  notifications: [],
  errorBoxes: [],
  messageBoxes: [],
  opened: [],
  logins: [],
  /** Electron knows them without declaring it; the double under a name of its own. */
  get preferences() {
    const read = (one) => one.getLastWebPreferences?.() ?? one[Symbol.for('electron-double.preferences')];
    return contents.filter((one) => !one.isDestroyed()).map(read);
  },
  told: [],
  natives: [],
  nativesAtFirstPaint: null,
};
globalThis.witness = witness;

// It is not part of what was said to the application.
const place = process.argv.indexOf(__filename);
if (place > 0) process.argv.splice(place - 1, 2);

const trays = new Map();
function recordOf(tray) {
  const known = trays.get(tray);
  if (known !== undefined) return known;
  const record = { tray, menu: null, toolTip: '', images: 0 };
  trays.set(tray, record);
  witness.trays.push(record);
  return record;
}

/** Lets the original work too. */
function watch(owner, name, see) {
  const original = owner[name];
  owner[name] = function watched(...words) {
    see(this, ...words);
    return original.apply(this, words);
  };
}
watch(Tray.prototype, 'setContextMenu', (tray, menu) => {
  recordOf(tray).menu = menu;
});
watch(Tray.prototype, 'setToolTip', (tray, text) => {
  recordOf(tray).toolTip = text;
});
watch(Tray.prototype, 'setImage', (tray) => {
  recordOf(tray).images += 1;
});
watch(Notification.prototype, 'show', (notification) => witness.notifications.push(notification));
watch(app, 'setLoginItemSettings', (_app, settings) => witness.logins.push(settings));

dialog.showErrorBox = (title, content) => void witness.errorBoxes.push({ title, content });
dialog.showMessageBox = async (...words) => {
  const options = words.at(-1);
  witness.messageBoxes.push(options);
  return { response: options.cancelId ?? options.defaultId ?? 0, checkboxChecked: false };
};
shell.openExternal = async (address) => void witness.opened.push(address);
shell.openPath = async (path) => {
  witness.opened.push(path);
  return '';
};
shell.showItemInFolder = (path) => void witness.opened.push(path);

app.on('web-contents-created', (_event, made) => {
  contents.push(made);
  watch(made, 'send', (_made, _channel, ...words) => witness.told.push(JSON.stringify(words)));
});
const handle = ipcMain.handle;
ipcMain.handle = function watched(channel, answer) {
  return handle.call(this, channel, async (...words) => {
    const reply = await answer(...words);
    witness.told.push(JSON.stringify(reply) ?? '');
    return reply;
  });
};
watch(process, 'dlopen', (_process, _module, file) => witness.natives.push(file));
app.on('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => {
    witness.nativesAtFirstPaint ??= [...witness.natives];
  });
});
