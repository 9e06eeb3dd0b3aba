package jiaohao.config;

import java.util.Collection;
import java.util.List;

/** A value together with where it stands, since later checks may still find fault with it. */
record Found<T>(T value, Place place) {
  static <T> List<T> values(Collection<Found<T>> found) {
    return found.stream().map(Found::value).toList();
  }
}
