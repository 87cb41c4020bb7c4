import { describe, expect, it } from 'vitest';
import { fencedCall } from '../../electron/sage/connection/fence.ts';

describe('a statement with letters outside ASCII, for SQL Server', () => {
  const call = (sql: string, ...parameters: (string | null)[]) => fencedCall(sql, parameters, 'hexadecimal');
  const hexadecimal = (text: string) => Buffer.from(text, 'utf16le').toString('hex');

  it('lets the server put together what needs it, and leaves all else as it was', () => {
    const sql =
      "INSERT INTO [a?b] ([é], [x]) VALUES ('?;', CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(4000)), CAST(? AS nvarchar(8)))";
    expect(call(sql, 'Zoë', '-1.00', '日本', null)).toEqual({
      sql: "INSERT INTO [a?b] ([é], [x]) VALUES ('?;', CAST(CONVERT(varbinary(100), CAST(? AS varchar(200)), 2) AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(CONVERT(varbinary(8000), CAST(? AS varchar(max)), 2) AS nvarchar(4000)), CAST(? AS nvarchar(8)))",
      parameters: [hexadecimal('Zoë'), '-1.00', hexadecimal('日本'), null],
    });
  });

  it('is not touched when every parameter is plain, nor for the SQLite driver, which speaks UTF-8', () => {
    const sql = 'UPDATE [t] SET [a] = CAST(? AS nvarchar(50)) WHERE [b] = CAST(? AS bigint)';
    expect(call(sql, "O'Brien", '12')).toEqual({ sql, parameters: ["O'Brien", '12'] });
    expect(fencedCall('UPDATE t SET a = ?', ['Zoë'], 'utf8')).toEqual({
      sql: 'UPDATE t SET a = ?',
      parameters: ['Zoë'],
    });
  });
});
