/*
 * plumbline-service.exe: the Windows service "Plumbline". It starts `Plumbline.exe --unattended` from its own folder and keeps it
 * running: after 1 s, 2 s, 4 s … 5 min when it ends by itself, and from 1 s again once it has run for ten minutes. To stop, it starts
 * `Plumbline.exe --stop-unattended` and waits, so that a write that has begun ends first; what does not end in time is ended hard.
 * Words after the program's name, if the service was set up with any, go to both (--home DIR, --config FILE).
 *
 * Before all that it looks whether everything in the data folder is ours (dataFolder.h), and does not start Plumbline on a stranger's files.
 *
 * It opens no file, no pipe and no registry key, and writes nothing but entries in the event log "Application" under the source
 * "Plumbline": 901 it keeps ending, 902 it could not be started, 903 it was ended hard, 904 its data folder is not wholly ours.
 *
 * `plumbline-service.exe --console` runs the same without the service manager and tells what it does, until Ctrl+C.
 */
#include "../plumbline.h"
#include "dataFolder.h"
#include <stdio.h>

#define SERVICE_NAME L"Plumbline"
#define FIRST_PAUSE_MS 1000u
#define LONGEST_PAUSE_MS 300000u
#define SOUND_AFTER_MS 600000u
/* A write to Sage takes seconds; its driver is given up after 45 s without a sign. */
#define STOP_WITHIN_MS 120000u
#define TELL_AFTER_FAILURES 3u
#define TELL_AGAIN_EVERY 20u

enum { EVENT_KEEPS_ENDING = 901, EVENT_NOT_STARTED = 902, EVENT_ENDED_HARD = 903, EVENT_STRANGERS = 904 };

static SERVICE_STATUS_HANDLE statusHandle;
static HANDLE stopAsked;
static bool isConsole;
static const wchar_t *handedOn = L"";
static wchar_t path[PATH_CHARS];
static wchar_t dataFolder[PATH_CHARS];

static void tell(WORD kind, DWORD event, const wchar_t *sentence) {
  if (isConsole) {
    wprintf(L"%ls\n", sentence);
    fflush(stdout);
    return;
  }
  HANDLE log = RegisterEventSourceW(NULL, SERVICE_NAME);
  if (log == NULL) return;
  ReportEventW(log, kind, 0, event, NULL, 1, 0, &sentence, NULL);
  DeregisterEventSource(log);
}

/* `waitMs`: how long the service manager should wait for the next report while something is pending. */
static void report(DWORD state, DWORD waitMs, DWORD error) {
  static DWORD checkPoint;
  if (isConsole) return;
  SERVICE_STATUS status;
  ZeroMemory(&status, sizeof status);
  status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  status.dwCurrentState = state;
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_PRESHUTDOWN : 0;
  status.dwWin32ExitCode = error;
  status.dwWaitHint = waitMs;
  if (state == SERVICE_STOP_PENDING) status.dwCheckPoint = ++checkPoint;
  SetServiceStatus(statusHandle, &status);
}

static HANDLE start(HANDLE job, const wchar_t *mode) {
  static wchar_t line[COMMAND_LINE_CHARS];
  if (!commandLineOf(line, path, mode, handedOn)) {
    SetLastError(ERROR_FILENAME_EXCED_RANGE);
    return NULL;
  }
  return startInJob(job, path, line, NULL, CREATE_NO_WINDOW);
}

/* Asks the running Plumbline to stop and waits for it. False: it had to be ended hard. */
static bool stopGently(HANDLE job, HANDLE running) {
  HANDLE asking = start(job, L"--stop-unattended");
  if (asking != NULL) CloseHandle(asking);
  bool ended = false;
  for (DWORD waited = 0; !ended && waited < STOP_WITHIN_MS; waited += 1000) {
    report(SERVICE_STOP_PENDING, 5000, NO_ERROR);
    ended = WaitForSingleObject(running, 1000) == WAIT_OBJECT_0;
  }
  if (!ended) tell(EVENTLOG_WARNING_TYPE, EVENT_ENDED_HARD, L"Plumbline did not stop within two minutes and was ended. What it was writing is looked up in Sage at the next start.");
  TerminateJobObject(job, 1);
  return ended;
}

/* Tells of failures in a row: at the third, then now and then, so that the log is not filled. */
static void tellFailure(DWORD failures, DWORD code, DWORD pauseMs) {
  wchar_t sentence[300];
  if (failures != TELL_AFTER_FAILURES && (failures < TELL_AGAIN_EVERY || failures % TELL_AGAIN_EVERY != 0) && !isConsole) return;
  _snwprintf(sentence, 299, L"Plumbline has ended by itself %lu times in a row, last with code %lu. It is started again in %lu s. The reason is in its log (logs\\plumbline.log in its data folder).", failures, code, pauseMs / 1000);
  sentence[299] = 0;
  tell(EVENTLOG_ERROR_TYPE, EVENT_KEEPS_ENDING, sentence);
}

/* Says what is not ours in the data folder. False: everything is. */
static bool tellStrangers(void) {
  static wchar_t found[PATH_CHARS];
  static wchar_t sentence[PATH_CHARS + 600];
  const size_t room = sizeof sentence / sizeof *sentence - 1;
  DWORD error;
  if (!holdsStrangers(dataFolder, found, PATH_CHARS, &error)) return false;
  if (error != 0) {
    _snwprintf(sentence, room, L"Plumbline was not started: whose %ls is could not be found out (Windows error %lu). Give the account of the service the right to read the data folder and everything in it.", found, error);
  } else {
    _snwprintf(sentence, room, L"Plumbline was not started: %ls belongs to somebody who is neither an administrator nor the service, or leads out of the data folder. Look at what is in %ls and delete what nobody of you put there. Then make the rest the administrators': icacls \"%ls\" /setowner *S-1-5-32-544 /T", found, dataFolder, dataFolder);
  }
  sentence[room] = 0;
  tell(EVENTLOG_ERROR_TYPE, EVENT_STRANGERS, sentence);
  return true;
}

/* Runs until stopping is asked for, or Plumbline ends with code 0: an operator asked it to. The exit code for the service manager. */
static DWORD run(void) {
  DWORD pauseMs = FIRST_PAUSE_MS;
  DWORD failures = 0;
  if (tellStrangers()) return ERROR_ACCESS_DENIED;
  for (;;) {
    HANDLE job = jobThatDiesWithUs();
    if (job == NULL) return GetLastError();
    ULONGLONG begun = GetTickCount64();
    HANDLE running = start(job, L"--unattended");
    DWORD code = 0;
    if (running == NULL) {
      wchar_t sentence[120];
      code = GetLastError();
      _snwprintf(sentence, 119, L"Plumbline.exe could not be started (Windows error %lu).", code);
      sentence[119] = 0;
      if (failures == 0) tell(EVENTLOG_ERROR_TYPE, EVENT_NOT_STARTED, sentence);
    } else {
      HANDLE either[] = { stopAsked, running };
      bool isStop = WaitForMultipleObjects(2, either, FALSE, INFINITE) == WAIT_OBJECT_0;
      if (isStop) stopGently(job, running);
      else GetExitCodeProcess(running, &code);
      CloseHandle(running);
      if (isStop || code == 0) {
        CloseHandle(job);
        return NO_ERROR;
      }
    }
    CloseHandle(job);
    if (GetTickCount64() - begun >= SOUND_AFTER_MS) {
      pauseMs = FIRST_PAUSE_MS;
      failures = 0;
    }
    failures += 1;
    tellFailure(failures, code, pauseMs);
    if (WaitForSingleObject(stopAsked, pauseMs) == WAIT_OBJECT_0) return NO_ERROR;
    pauseMs = pauseMs * 2 > LONGEST_PAUSE_MS ? LONGEST_PAUSE_MS : pauseMs * 2;
  }
}

static DWORD WINAPI onControl(DWORD control, DWORD type, void *data, void *context) {
  (void)type; (void)data; (void)context;
  switch (control) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_PRESHUTDOWN:
      report(SERVICE_STOP_PENDING, 5000, NO_ERROR);
      SetEvent(stopAsked);
      return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
      return NO_ERROR;
    default:
      return ERROR_CALL_NOT_IMPLEMENTED;
  }
}

static void WINAPI serviceMain(DWORD count, wchar_t **words) {
  (void)count; (void)words;
  statusHandle = RegisterServiceCtrlHandlerExW(SERVICE_NAME, onControl, NULL);
  if (statusHandle == NULL) return;
  report(SERVICE_RUNNING, 0, NO_ERROR);
  report(SERVICE_STOPPED, 0, run());
}

static BOOL WINAPI onConsole(DWORD event) {
  (void)event;
  SetEvent(stopAsked);
  return TRUE;
}

/* After `--console`, if that is the first word; NULL: it is not. */
static const wchar_t *afterConsole(const wchar_t *words) {
  static const wchar_t option[] = L"--console";
  const size_t length = sizeof option / sizeof *option - 1;
  if (wcsncmp(words, option, length) != 0 || (words[length] != 0 && words[length] != L' ')) return NULL;
  words += length;
  while (*words == L' ') words += 1;
  return words;
}

/* Where the service keeps its data: as --home says, else Plumbline's own place for the whole computer. False: it is not to be had. */
static bool findDataFolder(int count, wchar_t **words) {
  static const wchar_t option[] = L"--home";
  const size_t length = sizeof option / sizeof *option - 1;
  for (int index = 1; index < count; index += 1) {
    const wchar_t *home = NULL;
    if (wcscmp(words[index], option) == 0 && index + 1 < count) home = words[index + 1];
    else if (wcsncmp(words[index], option, length) == 0 && words[index][length] == L'=') home = words[index] + length + 1;
    if (home == NULL) continue;
    return GetFullPathNameW(home, PATH_CHARS, dataFolder, NULL) - 1 < PATH_CHARS - 1;
  }
  static const wchar_t own[] = L"\\Plumbline";
  DWORD size = GetEnvironmentVariableW(L"ProgramData", dataFolder, PATH_CHARS);
  if (size == 0) size = (DWORD)wcslen(wcscpy(dataFolder, L"C:\\ProgramData"));
  if (size + sizeof own / sizeof *own > PATH_CHARS) return false;
  wcscpy(dataFolder + size, own);
  return true;
}

int wmain(int count, wchar_t **words) {
  if (!onlySystemLibraries() || !plumblinePath(path) || !findDataFolder(count, words)) return 1;
  stopAsked = CreateEventW(NULL, TRUE, FALSE, NULL);
  if (stopAsked == NULL) return 1;
  handedOn = ownWords();
  const wchar_t *rest = afterConsole(handedOn);
  if (rest != NULL) {
    isConsole = true;
    handedOn = rest;
    SetConsoleCtrlHandler(onConsole, TRUE);
    return (int)run();
  }
  SERVICE_TABLE_ENTRYW services[] = { { (wchar_t *)SERVICE_NAME, serviceMain }, { NULL, NULL } };
  if (StartServiceCtrlDispatcherW(services)) return 0;
  fwprintf(stderr, L"This program is the service Plumbline: it is started by Windows, or with --console to try it.\n");
  return (int)GetLastError();
}
