/**
 * Finds plugins ({@link org.conceptspaces.config.Plugins}), and reads configs and checks them
 * against the options of those plugins ({@link org.conceptspaces.config.ConfigReader}), all before
 * anything is built.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.config;
