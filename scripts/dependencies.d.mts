export function requireNode(version?: string): void;
export function requireDependencies(): void;
export function installDependencies(): Promise<void>;
export function missingFrom(wantedText: string | undefined, installedText: string | undefined): string[];
