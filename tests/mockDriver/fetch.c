#include "mock.h"
#include <stdlib.h>
#include <unistd.h>

/* Binding columns, fetching blocks of rows, reading long values in parts. */

SQLRETURN SQL_API SQLSetStmtAttr(SQLHSTMT handle, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER length) {
  (void)length;
  Statement *statement = handle;
  if (attribute == SQL_ATTR_ROW_ARRAY_SIZE) statement->rowArraySize = (SQLULEN)value;
  else if (attribute == SQL_ATTR_ROW_STATUS_PTR) statement->rowStatus = value;
  else if (attribute == SQL_ATTR_ROWS_FETCHED_PTR) statement->rowsFetched = value;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLGetStmtAttr(SQLHSTMT handle, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size, SQLINTEGER *length) {
  (void)handle, (void)attribute, (void)value, (void)size, (void)length;
  return SQL_ERROR;
}

SQLRETURN SQL_API SQLBindCol(SQLHSTMT handle, SQLUSMALLINT number, SQLSMALLINT cType, SQLPOINTER buffer, SQLLEN bufferLength,
                             SQLLEN *indicators) {
  Column *column = &((Statement *)handle)->columns[number - 1];
  column->cType = cType;
  column->buffer = buffer;
  column->bufferLength = bufferLength;
  column->indicators = indicators;
  return SQL_SUCCESS;
}

/* Gives out the bound columns of one row into place `place` of the block. */
static SQLUSMALLINT giveRow(Statement *statement, const Row *row, SQLULEN place) {
  SQLUSMALLINT worst = SQL_ROW_SUCCESS;
  for (int number = 0; number < statement->columnCount; number++) {
    Column *column = &statement->columns[number];
    column->given = 0;
    if (column->buffer == NULL) continue;
    SQLLEN offset = 0;
    const char *state = "";
    const SQLUSMALLINT status =
        give(statement, column, &row->values[number], column->cType, column->buffer + place * (SQLULEN)column->bufferLength,
             column->bufferLength, column->indicators == NULL ? NULL : column->indicators + place, &offset, &state);
    if (status == SQL_ROW_ERROR) {
      failed(&statement->diagnosis, state, 0, "[Mock] A value of the row cannot be converted");
      return SQL_ROW_ERROR;
    }
    if (status != SQL_ROW_SUCCESS) {
      worst = status;
      failed(&statement->diagnosis, state, 0, "[Mock] A value was cut");
    }
  }
  return worst;
}

SQLRETURN SQL_API SQLFetch(SQLHSTMT handle) {
  Statement *statement = handle;
  statement->diagnosis.present = 0;
  if (statement->connection->isLost) return lostConnection(&statement->diagnosis);
  if (statement->slowMs > 0) usleep((useconds_t)statement->slowMs * 1000);
  statement->current = statement->next;
  SQLULEN fetched = 0;
  SQLULEN bad = 0;
  int isClean = 1;
  for (SQLULEN place = 0; place < statement->rowArraySize; place++) {
    SQLUSMALLINT status = SQL_ROW_NOROW;
    if (statement->next < statement->rowCount) {
      const Row *row = &statement->rows[statement->next++];
      if (row->isLost) {
        statement->connection->isLost = 1;
        return lostConnection(&statement->diagnosis);
      }
      status = giveRow(statement, row, place);
      fetched++;
      bad += status == SQL_ROW_ERROR;
      isClean = isClean && status == SQL_ROW_SUCCESS;
    }
    if (statement->rowStatus != NULL) statement->rowStatus[place] = status;
  }
  if (statement->rowsFetched != NULL) *statement->rowsFetched = fetched;
  if (fetched == 0) return SQL_NO_DATA;
  if (bad == fetched) return SQL_ERROR;
  return isClean ? SQL_SUCCESS : SQL_SUCCESS_WITH_INFO;
}

SQLRETURN SQL_API SQLFetchScroll(SQLHSTMT handle, SQLSMALLINT orientation, SQLLEN offset) {
  (void)offset;
  return orientation == SQL_FETCH_NEXT ? SQLFetch(handle) : SQL_ERROR;
}

SQLRETURN SQL_API SQLGetData(SQLHSTMT handle, SQLUSMALLINT number, SQLSMALLINT cType, SQLPOINTER buffer, SQLLEN bufferLength,
                             SQLLEN *indicator) {
  Statement *statement = handle;
  Column *column = &statement->columns[number - 1];
  if (column->given == -1) return SQL_NO_DATA;
  const char *state = "";
  const SQLUSMALLINT status = give(statement, column, &statement->rows[statement->current].values[number - 1], cType, buffer,
                                   bufferLength, indicator, &column->given, &state);
  if (status == SQL_ROW_SUCCESS) return SQL_SUCCESS;
  failed(&statement->diagnosis, state, 0, "[Mock] A value was cut or cannot be converted");
  return status == SQL_ROW_ERROR ? SQL_ERROR : SQL_SUCCESS_WITH_INFO;
}

SQLRETURN SQL_API SQLSetPos(SQLHSTMT handle, SQLSETPOSIROW row, SQLUSMALLINT operation, SQLUSMALLINT lock) {
  (void)handle, (void)row, (void)operation, (void)lock;
  return SQL_ERROR;
}

SQLRETURN SQL_API SQLMoreResults(SQLHSTMT handle) {
  (void)handle;
  return SQL_NO_DATA;
}

SQLRETURN SQL_API SQLCloseCursor(SQLHSTMT handle) {
  (void)handle;
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLFreeStmt(SQLHSTMT handle, SQLUSMALLINT option) {
  Statement *statement = handle;
  for (int number = 0; option == SQL_UNBIND && number < MOST_COLUMNS; number++) statement->columns[number].buffer = NULL;
  return SQL_SUCCESS;
}
