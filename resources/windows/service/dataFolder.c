#include "dataFolder.h"
#include <aclapi.h>
#include <wchar.h>

/* Deeper than any folder of ours. */
#define DEEPEST 8

typedef union {
  TOKEN_USER user;
  BYTE bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
} Account;

/* S-1-5-80-…: services, each with a name of its own. */
static bool isService(PSID sid) {
  static const SID_IDENTIFIER_AUTHORITY nt = SECURITY_NT_AUTHORITY;
  return memcmp(GetSidIdentifierAuthority(sid), &nt, sizeof nt) == 0 && *GetSidSubAuthorityCount(sid) > 1 &&
         *GetSidSubAuthority(sid, 0) == SECURITY_SERVICE_ID_BASE_RID;
}

static bool isTrusted(PSID owner, PSID own) {
  static const WELL_KNOWN_SID_TYPE known[] = { WinBuiltinAdministratorsSid, WinLocalSystemSid, WinLocalServiceSid,
                                               WinNetworkServiceSid };
  for (size_t index = 0; index < sizeof known / sizeof *known; index += 1) {
    if (IsWellKnownSid(owner, known[index])) return true;
  }
  return EqualSid(owner, own) || isService(owner);
}

static bool isStrangers(wchar_t *path, PSID own, DWORD *error) {
  PSID owner = NULL;
  PSECURITY_DESCRIPTOR descriptor = NULL;
  *error = GetNamedSecurityInfoW(path, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION, &owner, NULL, NULL, NULL, &descriptor);
  if (*error != 0) return true;
  bool strange = owner == NULL || !isTrusted(owner, own);
  LocalFree(descriptor);
  return strange;
}

static bool isDots(const wchar_t *name) {
  return wcscmp(name, L".") == 0 || wcscmp(name, L"..") == 0;
}

typedef struct {
  /* Lengthened on the way, and left at what was found. */
  wchar_t *path;
  size_t room;
  PSID own;
  DWORD error;
} Look;

/* Looks at the path and, in a folder, at what is in it. */
static bool lookAt(Look *look, DWORD attributes, int depth) {
  static WIN32_FIND_DATAW entry;
  /* A junction or a link leads out of the folder, to whatever its maker likes. */
  if ((attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0) return true;
  if (isStrangers(look->path, look->own, &look->error)) return true;
  if ((attributes & FILE_ATTRIBUTE_DIRECTORY) == 0) return false;
  wchar_t *path = look->path;
  size_t length = wcslen(path);
  if (depth == DEEPEST || length + MAX_PATH + 2 > look->room) return true;
  wcscpy(path + length, L"\\*");
  HANDLE search = FindFirstFileW(path, &entry);
  path[length] = 0;
  if (search == INVALID_HANDLE_VALUE) {
    look->error = GetLastError();
    return true;
  }
  bool strange = false;
  do {
    if (isDots(entry.cFileName)) continue;
    path[length] = L'\\';
    wcscpy(path + length + 1, entry.cFileName);
    strange = lookAt(look, entry.dwFileAttributes, depth + 1);
    if (!strange) path[length] = 0;
  } while (!strange && FindNextFileW(search, &entry));
  if (!strange && GetLastError() != ERROR_NO_MORE_FILES) {
    look->error = GetLastError();
    strange = true;
  }
  FindClose(search);
  return strange;
}

static bool ownAccount(Account *account) {
  HANDLE token;
  DWORD size;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return false;
  bool read = GetTokenInformation(token, TokenUser, account, sizeof *account, &size);
  CloseHandle(token);
  return read;
}

bool holdsStrangers(const wchar_t *folder, wchar_t *found, size_t room, DWORD *error) {
  Account account;
  *error = 0;
  if (wcslen(folder) + 1 > room) return true;
  wcscpy(found, folder);
  DWORD attributes = GetFileAttributesW(folder);
  if (attributes == INVALID_FILE_ATTRIBUTES) {
    DWORD why = GetLastError();
    if (why == ERROR_FILE_NOT_FOUND || why == ERROR_PATH_NOT_FOUND) return false;
    *error = why;
    return true;
  }
  if (!ownAccount(&account)) {
    *error = GetLastError();
    return true;
  }
  Look look = { found, room, account.user.User.Sid, 0 };
  bool strange = lookAt(&look, attributes, 0);
  *error = look.error;
  return strange;
}
