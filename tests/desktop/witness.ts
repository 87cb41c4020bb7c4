/** What witness.cjs keeps in main. */
export type Witness = {
  readonly trays: readonly {
    readonly tray: Electron.Tray;
    readonly menu: Electron.Menu | null;
    readonly toolTip: string;
    readonly images: number;
  }[];
  readonly notifications: readonly Electron.Notification[];
  readonly errorBoxes: readonly { readonly title: string; readonly content: string }[];
  readonly messageBoxes: readonly Electron.MessageBoxOptions[];
  /** Addresses and paths that were given to the system to open. */
  readonly opened: readonly string[];
  readonly logins: readonly Electron.Settings[];
  /** Everything that main has told a page, as JSON. */
  readonly told: readonly string[];
  /** What windows were made with. */
  readonly preferences: readonly Electron.WebPreferences[];
  /** Files of the native modules that main has loaded. */
  readonly natives: readonly string[];
  /** Those of them that were loaded when the first window was painted; null: none has been yet. */
  readonly nativesAtFirstPaint: readonly string[] | null;
};
