package jiaohao.central;

/** What somebody who has logged in may do; each may do what those before may. */
public enum Role {
  /** Looks at halls and takes their files away. */
  VIEWER,
  /** Gives halls orders. */
  OPERATOR,
  /** Sees who did what. */
  ADMIN;

  /** Whether this one may do what that one may. */
  boolean covers(Role other) {
    return compareTo(other) >= 0;
  }
}
