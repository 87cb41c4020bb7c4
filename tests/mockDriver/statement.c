#define _GNU_SOURCE
#include "mock.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Preparing, parameters, executing, describing the result. */

SQLRETURN SQL_API SQLPrepare(SQLHSTMT handle, SQLCHAR *text, SQLINTEGER length) {
  (void)length;
  Statement *statement = handle;
  if (readScript(statement, (char *)text)) return SQL_SUCCESS;
  return failed(&statement->diagnosis, "42000", 102, "[Mock] The script has a line that means nothing");
}

SQLRETURN SQL_API SQLNumParams(SQLHSTMT handle, SQLSMALLINT *count) {
  *count = (SQLSMALLINT)((Statement *)handle)->markerCount;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLDescribeParam(SQLHSTMT handle, SQLUSMALLINT number, SQLSMALLINT *type, SQLULEN *size, SQLSMALLINT *digits,
                                   SQLSMALLINT *nullable) {
  Statement *statement = handle;
  if (statement->isUndescribed) return failed(&statement->diagnosis, "42000", 11501, "[Mock] The parameters cannot be described");
  const Described plain = {SQL_WVARCHAR, 4000, 0};
  const Described described = number <= statement->describedCount ? statement->described[number - 1] : plain;
  *type = described.type;
  *size = described.size;
  *digits = described.digits;
  *nullable = SQL_NULLABLE;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLBindParameter(SQLHSTMT handle, SQLUSMALLINT number, SQLSMALLINT direction, SQLSMALLINT cType, SQLSMALLINT type,
                                   SQLULEN size, SQLSMALLINT digits, SQLPOINTER value, SQLLEN bufferLength, SQLLEN *indicator) {
  (void)direction;
  if (number > MOST_PARAMETERS) return SQL_ERROR;
  ((Statement *)handle)->bound[number - 1] = (Bound){cType, type, size, digits, value, bufferLength, indicator};
  return SQL_SUCCESS;
}

/* What the server understands of a parameter, and the bytes that it got. */
static void echoBound(Statement *statement, const Bound *bound) {
  Value *values = addRow(statement);
  char text[64];
  const long numbers[] = {bound->cType, bound->type, (long)bound->size, bound->digits, bound->indicator ? (long)*bound->indicator : 0};
  for (int i = 0; i < 5; i++) {
    snprintf(text, sizeof text, "%ld", numbers[i]);
    values[i] = textValue(text);
  }
  if (bound->value == NULL || (bound->indicator != NULL && *bound->indicator == SQL_NULL_DATA)) return;
  size_t length = sizeof(SQLBIGINT);
  if (bound->cType == SQL_C_CHAR) length = strlen(bound->value);
  else if (bound->cType == SQL_C_BINARY) length = (size_t)bound->bufferLength;
  char *hexadecimal = calloc(2 * length + 1, 1);
  for (size_t at = 0; at < length; at++) sprintf(hexadecimal + 2 * at, "%02x", (unsigned char)bound->value[at]);
  values[6] = textValue(hexadecimal);
  free(hexadecimal);
  if (bound->cType == SQL_C_CHAR && statement->connection->windowsCodePage) {
    char *understood = fromWindowsCodePage(bound->value);
    values[5] = textValue(understood);
    free(understood);
  } else if (bound->cType == SQL_C_CHAR) values[5] = textValue(bound->value);
  else {
    if (bound->cType == SQL_C_DOUBLE) snprintf(text, sizeof text, "%.17g", *(SQLDOUBLE *)bound->value);
    else snprintf(text, sizeof text, "%lld", (long long)*(SQLBIGINT *)bound->value);
    values[5] = textValue(text);
  }
}

static void echo(Statement *statement) {
  static const char *const names[] = {"c_type", "sql_type", "size", "digits", "indicator", "value", "bytes"};
  for (int i = 0; i < 7; i++) addColumn(statement, names[i], SQL_WVARCHAR, i < 5 ? 20 : 40000, 0);
  for (int i = 0; i < statement->markerCount; i++) echoBound(statement, &statement->bound[i]);
}

static void listApplied(Statement *statement) {
  addColumn(statement, "key", SQL_VARCHAR, 200, 0);
  char *book = readBook(statement->connection);
  char *rest = book;
  for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
    if (*line != 0) addRow(statement)[0] = textValue(line);
  }
  free(book);
}

static void applyKey(Connection *connection, const char *key) {
  const size_t before = connection->pending == NULL ? 0 : strlen(connection->pending);
  connection->pending = realloc(connection->pending, before + strlen(key) + 2);
  sprintf(connection->pending + before, "%s\n", key);
}

SQLRETURN SQL_API SQLExecute(SQLHSTMT handle) {
  Statement *statement = handle;
  Connection *connection = statement->connection;
  if (connection->isLost) return lostConnection(&statement->diagnosis);
  statement->isCancelled = 0;
  while (statement->hang[0] != 0 && access(statement->hang, F_OK) != 0) {
    if (statement->isCancelled) return failed(&statement->diagnosis, "HY008", 0, "[Mock] Operation canceled");
    usleep(2000);
  }
  if (statement->fails.present) {
    statement->diagnosis = statement->fails;
    return SQL_ERROR;
  }
  if (statement->apply != NULL) applyKey(connection, statement->apply);
  if (statement->echoes) echo(statement);
  if (statement->lists) listApplied(statement);
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLExecDirect(SQLHSTMT handle, SQLCHAR *text, SQLINTEGER length) {
  const SQLRETURN prepared = SQLPrepare(handle, text, length);
  return prepared == SQL_SUCCESS ? SQLExecute(handle) : prepared;
}

SQLRETURN SQL_API SQLCancel(SQLHSTMT handle) {
  ((Statement *)handle)->isCancelled = 1;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLRowCount(SQLHSTMT handle, SQLLEN *count) {
  *count = ((Statement *)handle)->affected;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLNumResultCols(SQLHSTMT handle, SQLSMALLINT *count) {
  *count = ((Statement *)handle)->columnCount;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLDescribeCol(SQLHSTMT handle, SQLUSMALLINT number, SQLCHAR *name, SQLSMALLINT size, SQLSMALLINT *length,
                                 SQLSMALLINT *type, SQLULEN *columnSize, SQLSMALLINT *digits, SQLSMALLINT *nullable) {
  const Column *column = &((Statement *)handle)->columns[number - 1];
  if (name != NULL) snprintf((char *)name, (size_t)size, "%s", column->name);
  if (length != NULL) *length = (SQLSMALLINT)strlen(column->name);
  if (type != NULL) *type = column->type;
  if (columnSize != NULL) *columnSize = column->size;
  if (digits != NULL) *digits = column->digits;
  if (nullable != NULL) *nullable = SQL_NULLABLE;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLColAttribute(SQLHSTMT handle, SQLUSMALLINT number, SQLUSMALLINT field, SQLPOINTER text, SQLSMALLINT size,
                                  SQLSMALLINT *length, SQLLEN *value) {
  const Column *column = &((Statement *)handle)->columns[number - 1];
  if (field == SQL_DESC_NAME || field == SQL_DESC_LABEL) {
    snprintf(text, (size_t)size, "%s", column->name);
    if (length != NULL) *length = (SQLSMALLINT)strlen(column->name);
  } else if (value != NULL) {
    *value = field == SQL_DESC_LENGTH || field == SQL_DESC_PRECISION ? (SQLLEN)column->size
             : field == SQL_DESC_SCALE                               ? column->digits
                                                                     : column->type;
  }
  return SQL_SUCCESS;
}
