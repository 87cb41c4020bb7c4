#include "mock.h"
#include <string.h>

/* What went wrong last, one record for each handle. */

SQLRETURN failed(Diagnosis *diagnosis, const char *state, SQLINTEGER native, const char *text) {
  diagnosis->present = 1;
  strncpy(diagnosis->state, state, 5);
  diagnosis->state[5] = 0;
  diagnosis->native = native;
  strncpy(diagnosis->text, text, sizeof diagnosis->text - 1);
  return SQL_ERROR;
}

SQLRETURN lostConnection(Diagnosis *diagnosis) {
  return failed(diagnosis, "08S01", 0, "[Mock] Communication link failure");
}

static Diagnosis *diagnosisOf(SQLSMALLINT type, SQLHANDLE handle) {
  if (handle == NULL || type == SQL_HANDLE_ENV) return NULL;
  return type == SQL_HANDLE_DBC ? &((Connection *)handle)->diagnosis : &((Statement *)handle)->diagnosis;
}

SQLRETURN SQL_API SQLGetDiagRec(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLCHAR *state, SQLINTEGER *native,
                                SQLCHAR *text, SQLSMALLINT size, SQLSMALLINT *length) {
  const Diagnosis *diagnosis = diagnosisOf(type, handle);
  if (diagnosis == NULL || !diagnosis->present || record != 1) return SQL_NO_DATA;
  if (state != NULL) strcpy((char *)state, diagnosis->state);
  if (native != NULL) *native = diagnosis->native;
  if (length != NULL) *length = (SQLSMALLINT)strlen(diagnosis->text);
  if (text != NULL && size > 0) {
    strncpy((char *)text, diagnosis->text, size - 1);
    text[size - 1] = 0;
  }
  return SQL_SUCCESS;
}

SQLRETURN SQL_API SQLGetDiagField(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLSMALLINT field, SQLPOINTER value,
                                  SQLSMALLINT size, SQLSMALLINT *length) {
  const Diagnosis *diagnosis = diagnosisOf(type, handle);
  (void)size, (void)length;
  if (record != 0 || field != SQL_DIAG_NUMBER || diagnosis == NULL) return SQL_NO_DATA;
  *(SQLINTEGER *)value = diagnosis->present;
  return SQL_SUCCESS;
}
