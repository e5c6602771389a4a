/** Classes that break the rules of the architecture, to prove that the rules notice. */
package org.mdscheck.broken;
