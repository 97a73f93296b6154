package io.github.schemasplit.analysis;

/**
 * A use of a relation that a view under its old name does not serve.
 *
 * @param limit what the view can not do
 * @param bare whether the relation is named without a schema there, so that a search_path would serve
 * @param evidence where that was seen
 */
public record LimitHit(ViewLimit limit, boolean bare, Evidence evidence) {}
