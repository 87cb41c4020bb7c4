export function msiProjectCreated(file: string): Promise<void>;
export function withSetup(project: string, setup: string): string;
