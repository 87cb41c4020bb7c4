/*
 * plumbline-cli.exe: Plumbline's command line in a console. Plumbline.exe is a program with windows, which a console does not wait for;
 * this one starts it with the console's own handles and the same words, waits, and hands its exit code on.
 *
 * Ctrl+C, and closing the console, end Plumbline.exe hard: it has no console of its own to hear of it. That loses nothing, because what is
 * written to Sage is written whole or not at all, and asked about at the next start. Exit code 255: it could not be started.
 */
#include "../plumbline.h"
#include <stdio.h>

static int refuse(const wchar_t *what, DWORD error) {
  fwprintf(stderr, L"Plumbline could not be started: %ls (Windows error %lu).\n", what, error);
  return 255;
}

int wmain(void) {
  static wchar_t path[PATH_CHARS];
  static wchar_t line[COMMAND_LINE_CHARS];
  if (!onlySystemLibraries()) return refuse(L"libraries cannot be limited to the system's own", GetLastError());
  if (!plumblinePath(path)) return refuse(L"its folder is unknown", GetLastError());
  if (!commandLineOf(line, path, L"", ownWords())) return refuse(L"the words are too long", 0);
  HANDLE job = jobThatDiesWithUs();
  if (job == NULL) return refuse(L"no job could be made", GetLastError());

  STARTUPINFOW startup;
  ZeroMemory(&startup, sizeof startup);
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  startup.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  HANDLE process = startInJob(job, path, line, &startup, 0);
  if (process == NULL) return refuse(path, GetLastError());
  DWORD code = 255;
  WaitForSingleObject(process, INFINITE);
  if (!GetExitCodeProcess(process, &code)) return refuse(L"its exit code is unknown", GetLastError());
  CloseHandle(process);
  CloseHandle(job);
  return (int)code;
}
