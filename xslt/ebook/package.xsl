<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document (EPUB 3.3, section 5): what the book is, of what it is made, in which order it is read. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns="http://www.idpf.org/2007/opf" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="package" as="element()">
    <package version="3.0" unique-identifier="identifier" xml:lang="{$lang}">
      <metadata>
        <dc:identifier id="identifier">{$book-identifier}</dc:identifier>
        <dc:title>{$document-title}</dc:title>
        <dc:language>{$lang}</dc:language>
        <xsl:for-each select="$drafters">
          <dc:creator id="creator-{position()}">{normalize-space(.)}</dc:creator>
          <meta refines="#creator-{position()}" property="role" scheme="marc:relators">aut</meta>
        </xsl:for-each>
        <xsl:for-each select="$header/fileDesc/titleStmt/(editor | respStmt[not(name/@type = 'software' or name/@cert = 'unknown')])">
          <dc:contributor id="contributor-{position()}">{string-join((self::editor, name, persName, orgName) ! normalize-space(.), ', ')}</dc:contributor>
          <xsl:if test="self::editor or matches(resp[1], 'edit', 'i')"><meta refines="#contributor-{position()}" property="role" scheme="marc:relators">edt</meta></xsl:if>
        </xsl:for-each>
        <xsl:if test="$publisher"><dc:publisher>{$publisher}</dc:publisher></xsl:if>
        <!-- The date of a publication is its own; that of the document is when it was created. -->
        <xsl:for-each select="$issued"><dc:date>{.}</dc:date></xsl:for-each>
        <xsl:for-each select="$created-day"><meta property="dcterms:created">{.}</meta></xsl:for-each>
        <meta property="dcterms:modified">{$book-modified}</meta>
        <dc:description>{$description}</dc:description>
        <xsl:for-each select="$header//keywords/term"><dc:subject>{normalize-space(.)}</dc:subject></xsl:for-each>
        <dc:source id="source">{($shelfmark[. ne ''], f:say('paper-of-edition'))[1]}</dc:source>
        <xsl:if test="exists($pages-of-book)"><meta refines="#source" property="source-of">pagination</meta></xsl:if>
        <xsl:for-each select="$licence"><dc:rights>{string-join((normalize-space(.), @target), ', ')}</dc:rights></xsl:for-each>
        <xsl:for-each select="$licence/@target"><link rel="dcterms:license" href="{.}"/></xsl:for-each>
        <xsl:call-template name="accessibility"/>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="style" href="ebook.css" media-type="text/css"/>
        <xsl:for-each select="$parts"><item id="{substring-before(?file, '.')}" href="{?file}" media-type="application/xhtml+xml"/></xsl:for-each>
      </manifest>
      <spine>
        <xsl:for-each select="$parts">
          <itemref idref="{substring-before(?file, '.')}"/>
          <xsl:if test="position() = 1"><itemref idref="nav"/></xsl:if>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <!-- EPUB Accessibility 1.1, section 2; the terms are schema.org's. -->
  <xsl:template name="accessibility" as="element()*">
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability', ('pageBreakMarkers', 'pageNavigation')[exists($pages-of-book)]">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">{f:say(if (exists($pages-of-book)) then 'accessibility-with-pages' else 'accessibility')}</meta>
  </xsl:template>
</xsl:stylesheet>
