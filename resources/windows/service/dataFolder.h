#ifndef DATA_FOLDER_H
#define DATA_FOLDER_H

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdbool.h>

/*
 * Whether everything in the data folder is ours. Every user of Windows may make %ProgramData%\Plumbline before Plumbline is installed and
 * lay files into it: they stay his, and he may change them, whatever rights the folder gets afterwards. Administrators, the system and
 * services are no strangers, nor is the account that this program runs under. A folder that is not there holds nothing.
 *
 * `found`: the first path that is a stranger's or leads elsewhere, in `room` characters. `error`: why it could not be looked at, else 0.
 */
bool holdsStrangers(const wchar_t *folder, wchar_t *found, size_t room, DWORD *error);

#endif
