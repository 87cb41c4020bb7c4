import { expect, it } from 'vitest';
import { folderProblem, folderWarning } from '#shared/domain/backups.ts';

it.each(['', 'D:\\Backups', 'd:/Backups', '\\\\server\\backups', '/var/backups'])('takes %j as a folder', (folder) => {
  expect(folderProblem(folder)).toBeNull();
});

it.each(['Backups', '..\\Backups', 'D:Backups', '\\\\server', '%USERPROFILE%\\Backups'])(
  'refuses %j, which is no whole path',
  (folder) => {
    expect(folderProblem(folder)).toContain(folder);
  },
);

it.each([
  ['C:\\Users\\Dana\\OneDrive\\Plumbline', /synchronises/],
  ['C:\\Users\\Dana\\OneDrive - Acme Builders\\Plumbline', /synchronises/],
  ['/Users/dana/Dropbox/plumbline', /synchronises/],
  ['\\\\server\\backups', /On the network/],
])('warns of %j', (folder, words) => {
  expect(folderWarning(folder)).toMatch(words);
});

it.each(['', 'D:\\Backups', 'D:\\Not OneDrives\\x'])('has nothing against %j', (folder) => {
  expect(folderWarning(folder)).toBeNull();
});
