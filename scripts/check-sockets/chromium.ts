import { existsSync } from "node:fs";

/** The browser, where it is installed: that of Debian, or one that Ubuntu's runners have. */
export const chromiumProgram: string | undefined = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
