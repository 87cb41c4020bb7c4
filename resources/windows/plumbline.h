/*
 * What the two small programs beside Plumbline.exe share. Both start Plumbline.exe from their own folder, by its whole path, and nothing
 * else; both end it when they are ended themselves, through a job that dies with them.
 */
#ifndef PLUMBLINE_H
#define PLUMBLINE_H

#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#ifndef UNICODE
#error "compile with -municode"
#endif
#include <windows.h>
#include <stdbool.h>
#include <wchar.h>

/* CreateProcessW takes command lines of at most 32,767 characters with their end. */
#define COMMAND_LINE_CHARS 32767
#define PATH_CHARS 32767

/* Libraries come from System32 only: the working directory and PATH are anybody's. First thing in every program. */
static bool onlySystemLibraries(void) {
  return SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32) != 0;
}

/* "C:\Program Files\Plumbline\Plumbline.exe", from where this program itself lies. False: the path is too long. */
static bool plumblinePath(wchar_t *path) {
  static const wchar_t name[] = L"Plumbline.exe";
  DWORD length = GetModuleFileNameW(NULL, path, PATH_CHARS);
  if (length == 0 || length >= PATH_CHARS) return false;
  wchar_t *slash = wcsrchr(path, L'\\');
  if (slash == NULL) return false;
  size_t folder = (size_t)(slash - path) + 1;
  if (folder + sizeof name / sizeof *name > PATH_CHARS) return false;
  wcscpy(path + folder, name);
  return true;
}

/*
 * The words of this program's own command line, exactly as they were given, quotes included: what Windows itself counts as the first
 * word (the program) is left out; its name knows quotes, which may hold blanks, but no backslashes before them.
 */
static const wchar_t *ownWords(void) {
  const wchar_t *at = GetCommandLineW();
  if (*at == L'"') {
    at += 1;
    while (*at != 0 && *at != L'"') at += 1;
    if (*at == L'"') at += 1;
    /* Whatever is glued to the closing quote belongs to the name still. */
  }
  while (*at != 0 && *at != L' ' && *at != L'\t') at += 1;
  while (*at == L' ' || *at == L'\t') at += 1;
  return at;
}

/* `"path" first words`. A path holds no quote, and no path of a program ends with a backslash. False: too long. */
static bool commandLineOf(wchar_t *line, const wchar_t *path, const wchar_t *first, const wchar_t *words) {
  int written = _snwprintf(line, COMMAND_LINE_CHARS, L"\"%ls\"%ls%ls%ls%ls", path, *first == 0 ? L"" : L" ", first,
                           *words == 0 ? L"" : L" ", words);
  return written > 0 && written < COMMAND_LINE_CHARS;
}

/* A job whose processes end when the last handle to it is closed: also when this program is ended hard. NULL: it cannot be made. */
static HANDLE jobThatDiesWithUs(void) {
  HANDLE job = CreateJobObjectW(NULL, NULL);
  if (job == NULL) return NULL;
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits;
  ZeroMemory(&limits, sizeof limits);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (!SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)) {
    CloseHandle(job);
    return NULL;
  }
  return job;
}

/*
 * Starts `path` in the job, before it can run a single instruction outside of it. `startup`: NULL for a program without a console.
 * The process handle, or NULL with GetLastError.
 */
static HANDLE startInJob(HANDLE job, const wchar_t *path, wchar_t *line, STARTUPINFOW *startup, DWORD flags) {
  STARTUPINFOW plain;
  PROCESS_INFORMATION made;
  ZeroMemory(&plain, sizeof plain);
  plain.cb = sizeof plain;
  bool inherits = startup != NULL;
  if (!CreateProcessW(path, line, NULL, NULL, inherits, flags | CREATE_SUSPENDED, NULL, NULL,
                      inherits ? startup : &plain, &made)) {
    return NULL;
  }
  DWORD error = 0;
  if (!AssignProcessToJobObject(job, made.hProcess) || ResumeThread(made.hThread) == (DWORD)-1) error = GetLastError();
  CloseHandle(made.hThread);
  if (error == 0) return made.hProcess;
  TerminateProcess(made.hProcess, 1);
  CloseHandle(made.hProcess);
  SetLastError(error);
  return NULL;
}

#endif
