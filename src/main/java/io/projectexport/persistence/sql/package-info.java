/**
 * The JDBC parts that all repositories share: values, JSON columns, writes of which the first wins.
 *
 * <p>Rule: knows no table.
 */
package io.projectexport.persistence.sql;
