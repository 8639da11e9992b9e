<?xml version="1.0" encoding="UTF-8"?>
<!-- The HTML document around every page: metadata, skip link, banner, footer. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="language.xsl"/>

  <xsl:include href="releases.xsl"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:param name="assets" as="xs:string" select="'assets'"/>
  <xsl:param name="site-title" as="xs:string" select="''"/>
  <xsl:param name="index-href" as="xs:string" select="''"/>

  <xsl:template name="frame" as="element()">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="metadata" as="element()*"/>
    <!-- The ways to other pages of the site, and from a page in a folder the way up to them. -->
    <xsl:param name="site" as="element()*"/>
    <xsl:param name="up" as="xs:string" select="''"/>
    <!-- A page that stands alone has its styles in itself; who writes it puts them in. -->
    <xsl:param name="stands-alone" as="xs:boolean" select="false()"/>
    <xsl:param name="views" as="element()*"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="colophon" as="node()*"/>
    <xsl:param name="skip" as="xs:string" select="f:say('skip-to-text')"/>
    <html lang="{$lang}">
      <head>
        <meta charset="utf-8"/>
        <!-- A page loads what lies beside it and nothing else; one that stands alone has all in itself. -->
        <xsl:if test="not($stands-alone)">
          <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"/>
        </xsl:if>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{$title}</title>
        <meta name="description" content="{$description}"/>
        <meta name="color-scheme" content="light dark"/>
        <xsl:sequence select="$metadata"/>
        <xsl:choose>
          <xsl:when test="$stands-alone"><style>/* style */</style></xsl:when>
          <xsl:otherwise>
            <link rel="stylesheet" href="{$up}{$assets}/fonts.css"/>
            <link rel="stylesheet" href="{$up}{$assets}/theme.css"/>
            <link rel="stylesheet" href="{$up}{$assets}/edition.css"/>
          </xsl:otherwise>
        </xsl:choose>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#content">{$skip}</a>
        <xsl:if test="$index-href or exists($views)">
          <header class="banner">
            <xsl:if test="$index-href">
              <a class="home" href="{$up}{$index-href}">{$site-title}</a>
            </xsl:if>
            <xsl:if test="exists($site)">
              <nav class="site-pages" aria-label="{f:say('all-pages')}"><ul role="list"><xsl:sequence select="$site"/></ul></nav>
            </xsl:if>
            <xsl:if test="exists($views)">
              <nav aria-label="{f:say('views-of-document')}"><ul role="list"><xsl:sequence select="$views"/></ul></nav>
            </xsl:if>
          </header>
        </xsl:if>
        <main id="content" tabindex="-1">
          <xsl:call-template name="release-note"/>
          <xsl:sequence select="$content"/>
        </main>
        <footer class="colophon"><xsl:sequence select="$colophon"/></footer>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
