export function buildWindowsPrograms(): void;
