/**
 * The MDS sessions of the Linux kernel Ceph client: a file per kernel function, and the environment
 * of the client. Uses {@code checker.spec} and nothing else of ours.
 */
package org.mdscheck.model.cephfs;
