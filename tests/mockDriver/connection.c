#define _GNU_SOURCE
#include "mock.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Handles, connecting, what the driver says of itself, and transactions with their faults. */

SQLRETURN SQL_API SQLAllocHandle(SQLSMALLINT type, SQLHANDLE parent, SQLHANDLE *handle) {
  if (type == SQL_HANDLE_DBC) *handle = calloc(1, sizeof(Connection));
  else if (type == SQL_HANDLE_STMT) {
    Statement *statement = calloc(1, sizeof *statement);
    statement->connection = parent;
    statement->rowArraySize = 1;
    *handle = statement;
  } else *handle = calloc(1, 1);
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLFreeHandle(SQLSMALLINT type, SQLHANDLE handle) {
  if (type == SQL_HANDLE_STMT) forget(handle);
  if (type == SQL_HANDLE_DBC) free(((Connection *)handle)->pending);
  free(handle);
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLSetEnvAttr(SQLHENV environment, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER length) {
  (void)environment, (void)attribute, (void)value, (void)length;
  return SQL_SUCCESS;
}

/* The value of a key of the connection string; empty when it has none. */
static void keyOf(const char *text, const char *key, char *value, size_t size) {
  value[0] = 0;
  for (const char *at = text; (at = strcasestr(at, key)) != NULL; at++) {
    if ((at != text && at[-1] != ';') || at[strlen(key)] != '=') continue;
    const char *from = at + strlen(key) + 1;
    snprintf(value, size, "%.*s", (int)strcspn(from, ";"), from);
    return;
  }
}

SQLRETURN SQL_API SQLDriverConnect(SQLHDBC handle, SQLHWND window, SQLCHAR *text, SQLSMALLINT textLength, SQLCHAR *out,
                                   SQLSMALLINT size, SQLSMALLINT *length, SQLUSMALLINT completion) {
  (void)window, (void)textLength, (void)completion;
  Connection *connection = handle;
  char fault[300], codePage[16];
  keyOf((char *)text, "Connect", fault, sizeof fault);
  keyOf((char *)text, "Commit", connection->commit, sizeof connection->commit);
  keyOf((char *)text, "Book", connection->book, sizeof connection->book);
  keyOf((char *)text, "CodePage", codePage, sizeof codePage);
  connection->windowsCodePage = strcmp(codePage, "1252") == 0;
  if (out != NULL && size > 0) out[0] = 0;
  if (length != NULL) *length = 0;
  if (fault[0] == 0) return SQL_SUCCESS;
  char *rest = fault;
  const char *state = strsep(&rest, ",");
  const char *native = strsep(&rest, ",");
  return failed(&connection->diagnosis, state, native == NULL ? 0 : atoi(native), rest == NULL ? "" : rest);
}

SQLRETURN SQL_API SQLDisconnect(SQLHDBC handle) {
  (void)handle;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLGetInfo(SQLHDBC handle, SQLUSMALLINT what, SQLPOINTER value, SQLSMALLINT size, SQLSMALLINT *length) {
  (void)handle;
  switch (what) {
    case SQL_DRIVER_ODBC_VER:
      snprintf(value, (size_t)size, "03.00");
      if (length != NULL) *length = 5;
      return SQL_SUCCESS;
    case SQL_MAX_COLUMN_NAME_LEN:
      *(SQLUSMALLINT *)value = LONGEST_NAME;
      return SQL_SUCCESS;
    case SQL_GETDATA_EXTENSIONS:
      *(SQLUINTEGER *)value = SQL_GD_ANY_COLUMN | SQL_GD_ANY_ORDER;
      return SQL_SUCCESS;
    case SQL_TXN_ISOLATION_OPTION:
      *(SQLUINTEGER *)value = SQL_TXN_READ_UNCOMMITTED | SQL_TXN_READ_COMMITTED | SQL_TXN_REPEATABLE_READ | SQL_TXN_SERIALIZABLE;
      return SQL_SUCCESS;
    case SQL_CURSOR_COMMIT_BEHAVIOR:
    case SQL_CURSOR_ROLLBACK_BEHAVIOR:
      *(SQLUSMALLINT *)value = SQL_CB_CLOSE;
      return SQL_SUCCESS;
    default:
      /* Large enough for every numeric answer of the driver manager's questions. */
      if (value != NULL && size <= (SQLSMALLINT)sizeof(SQLUINTEGER)) memset(value, 0, size > 0 ? (size_t)size : sizeof(SQLUSMALLINT));
      if (length != NULL) *length = 0;
      return SQL_SUCCESS;
  }
}

SQLRETURN SQL_API SQLGetFunctions(SQLHDBC handle, SQLUSMALLINT function, SQLUSMALLINT *supported) {
  (void)handle;
  if (function == SQL_API_ODBC3_ALL_FUNCTIONS) memset(supported, 0xff, SQL_API_ODBC3_ALL_FUNCTIONS_SIZE * sizeof *supported);
  else if (function == SQL_API_ALL_FUNCTIONS) memset(supported, 0xff, 100 * sizeof *supported);
  else *supported = SQL_TRUE;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLSetConnectAttr(SQLHDBC handle, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER length) {
  (void)length;
  Connection *connection = handle;
  if (attribute != SQL_ATTR_AUTOCOMMIT) return SQL_SUCCESS;
  if (connection->isLost || connection->isSpoilt) return lostConnection(&connection->diagnosis);
  connection->isManual = (SQLULEN)value == SQL_AUTOCOMMIT_OFF;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLGetConnectAttr(SQLHDBC handle, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size, SQLINTEGER *length) {
  (void)size;
  const Connection *connection = handle;
  if (length != NULL) *length = sizeof(SQLUINTEGER);
  if (attribute == SQL_ATTR_AUTOCOMMIT) *(SQLUINTEGER *)value = connection->isManual ? SQL_AUTOCOMMIT_OFF : SQL_AUTOCOMMIT_ON;
  /* As real drivers: a link that broke is not noticed by asking the driver. */
  else if (attribute == SQL_ATTR_CONNECTION_DEAD) *(SQLUINTEGER *)value = SQL_CD_FALSE;
  else return SQL_ERROR;
  return SQL_SUCCESS;
}

char *readBook(const Connection *connection) {
  char *text = calloc(1, 1);
  FILE *file = fopen(connection->book, "r");
  if (file == NULL) return text;
  fseek(file, 0, SEEK_END);
  const long size = ftell(file);
  rewind(file);
  text = realloc(text, (size_t)size + 1);
  text[fread(text, 1, (size_t)size, file)] = 0;
  fclose(file);
  return text;
}

static void writePending(Connection *connection) {
  if (connection->pending == NULL) return;
  FILE *file = fopen(connection->book, "a");
  if (file == NULL) return;
  fputs(connection->pending, file);
  fclose(file);
}

SQLRETURN SQL_API SQLEndTran(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT completion) {
  if (type != SQL_HANDLE_DBC) return SQL_SUCCESS;
  Connection *connection = handle;
  if (connection->isLost) return lostConnection(&connection->diagnosis);
  const int isCommit = completion == SQL_COMMIT && connection->isManual;
  const int breaks = isCommit && (strcmp(connection->commit, "applied") == 0 || strcmp(connection->commit, "lost") == 0);
  if (isCommit && strcmp(connection->commit, "lost") != 0) writePending(connection);
  if (isCommit && strcmp(connection->commit, "autocommit") == 0) connection->isSpoilt = 1;
  free(connection->pending);
  connection->pending = NULL;
  if (!breaks) return SQL_SUCCESS;
  connection->isLost = 1;
  return lostConnection(&connection->diagnosis);
}
