/**
 * From the dialect of WiX 4 that electron-builder writes to the part of WiX 3 that wixl compiles on Linux. Mechanical: what is said stays
 * the same, only where it stands changes. What wixl has no word for is left out, by name, and is checked in the source instead.
 */
export const leftOut = {
  'Component/Condition': /(<Component [^>]*>\s*)<Condition>[^<]*<\/Condition>/g,
  'MajorUpgrade/@Schedule': /(<MajorUpgrade) Schedule="[^"]*"/g,
  PermissionEx: /()<PermissionEx [^>]*\/>/g,
  ServiceConfig: /()<ServiceConfig [^>]*\/>/g,
  ShortcutProperty: /()<ShortcutProperty [^>]*\/>/g,
} as const;

/** In: the source for WiX 4, and the application's folder. Out: the source for wixl, run in `/`: it takes only relative file names. */
export function forWixl(source: string, folder: string): string {
  let text = source.replace('http://wixtoolset.org/schemas/v4/wxs', 'http://schemas.microsoft.com/wix/2006/wi');
  for (const pattern of Object.values(leftOut)) text = text.replace(pattern, '$1');
  text = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, content: string) => escaped(content));
  text = text.replace(/\$\(var\.appDir\)[\\/]([^"]*)/g, (_, path: string) => `${relative(folder)}/${relative(path)}`);
  // electron-builder names the icon as Wine would see it.
  text = text.replace(/SourceFile="Z:([^"]*)"/g, (_, path: string) => `SourceFile="${relative(path)}"`);
  return separateComponents(nestedFolders(identified(text)));
}

function relative(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\//, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** WiX makes identifiers of its own where none is given; wixl does not. */
function identified(text: string): string {
  let count = 0;
  const next = (name: string) => `${name}${++count}`;
  return text
    .replace(
      /<Component\b(?![^>]* Id=)([^>]*)>/g,
      (_, rest: string) => `<Component Id="${next('part')}" Guid="*"${rest}>`,
    )
    .replace(/<Component\b(?![^>]* Directory=)([^>]*)>/g, '<Component$1 Directory="APPLICATIONFOLDER">')
    .replace(/<File\b(?![^>]* Id=)([^>]*)>/g, (_, rest: string) => `<File Id="${next('file')}"${rest}>`);
}

/** `Name="APPLICATIONFOLDER:\a\b\"` says several folders at once; wixl wants one in the other. */
function nestedFolders(text: string): string {
  let count = 0;
  return text.replace(
    /<Directory Id="([^"]+)" Name="(\w+):\\([^"]+)\\"\/>/g,
    (_, id: string, base: string, path: string) => {
      const names = path.split('\\');
      const open = names.map((name, index) => {
        const own = index === names.length - 1 ? id : `between${++count}`;
        return `<Directory Id="${own}" Name="${name}">`;
      });
      return `<DirectoryRef Id="${base}">${open.join('')}${'</Directory>'.repeat(names.length)}</DirectoryRef>`;
    },
  );
}

/** wixl takes a component's folder only from where the component stands, and groups only outside the product. */
function separateComponents(text: string): string {
  const components: string[] = [];
  const referring = text.replace(
    /<Component ([^>]*?) ?Directory="([^"]*)"([^>]*)>([\s\S]*?)<\/Component>/g,
    (_, before: string, folder: string, after: string, content: string) => {
      const id = /Id="([^"]*)"/.exec(`${before}${after}`)?.[1] ?? '';
      components.push(
        `<DirectoryRef Id="${folder}"><Component ${before}${after}>${content}</Component></DirectoryRef>`,
      );
      return `<ComponentRef Id="${id}"/>`;
    },
  );
  const groups: string[] = [];
  const product = referring.replace(/<ComponentGroup Id[\s\S]*?<\/ComponentGroup>/g, (group) => {
    groups.push(group);
    return '';
  });
  return product.replace('</Wix>', `<Fragment>${[...groups, ...components].join('\n')}</Fragment>\n</Wix>`);
}
