<?xml version="1.0" encoding="UTF-8"?>
<!-- What both views of a document share: its addresses, its metadata, its words about itself. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="frame.xsl"/>
  <xsl:include href="lookup.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="reading-note.xsl"/>
  <xsl:include href="passages.xsl"/>
  <xsl:include href="not-taken.xsl"/>
  <xsl:include href="prose.xsl"/>
  <xsl:include href="pages.xsl"/>
  <xsl:include href="metadata.xsl"/>

  <xsl:param name="name" as="xs:string" select="'edition'"/>
  <xsl:param name="reading-href" as="xs:string" select="'index.html'"/>
  <xsl:param name="diplomatic-href" as="xs:string" select="'diplomatic.html'"/>
  <xsl:param name="parallel-href" as="xs:string" select="'parallel.html'"/>
  <xsl:param name="facsimile-href" as="xs:string" select="'facsimile.html'"/>
  <xsl:param name="errata-href" as="xs:string" select="'errata.html'"/>
  <xsl:param name="source-href" as="xs:string" select="'source.html'"/>
  <xsl:param name="cite-href" as="xs:string" select="''"/>
  <xsl:param name="tei-href" as="xs:string" select="'edition.xml'"/>

  <!-- The edition in other forms, where they were made. -->
  <xsl:param name="epub-href" as="xs:string" select="''"/>
  <xsl:param name="pdf-href" as="xs:string" select="''"/>

  <xsl:variable name="titles" as="element()*" select="$header/fileDesc/titleStmt/title"/>
  <xsl:variable name="main-title" as="xs:string" select="normalize-space(($titles[@type = 'main'], $titles, $edition//text//head)[1])"/>
  <xsl:variable name="sub-title" as="xs:string" select="normalize-space(($titles[@type = 'sub'])[1])"/>
  <xsl:variable name="created" as="element()?" select="($header/profileDesc/creation/date, $edition//text//dateline//date)[1]"/>
  <xsl:variable name="created-day" as="xs:string?" select="string(($created/@when, $created/@notBefore)[1])[.]"/>
  <xsl:variable name="version" as="element()?" select="$header/fileDesc/editionStmt/edition[1]"/>
  <xsl:variable name="publisher" as="xs:string" select="normalize-space(($header//publicationStmt/publisher)[1])"/>
  <xsl:variable name="document-title" as="xs:string" select="$main-title || (if ($created-day) then ', ' || f:day($created-day) else '')"/>

  <!-- Places of the talk, the wider one last: 'Secretary’s office, Washington'. -->
  <xsl:variable name="places" as="xs:string*" select="
    distinct-values(($header//settingDesc//placeName, $header/profileDesc/creation/placeName) ! replace(normalize-space(.), '\.$', ''))"/>

  <!-- The title; what follows a colon begins a line of its own. -->
  <xsl:template name="title" as="element()">
    <h1>
      <xsl:choose>
        <xsl:when test="contains($main-title, ': ')">
          <xsl:text>{substring-before($main-title, ': ')}: </xsl:text><span class="subject">{substring-after($main-title, ': ')}</span>
        </xsl:when>
        <xsl:otherwise>{$main-title}</xsl:otherwise>
      </xsl:choose>
    </h1>
  </xsl:template>

  <!-- Page images that lie beside the edition and that a page names; others are no part of it, and the page loads nothing from elsewhere. -->
  <xsl:variable name="images" as="element()*" select="
    let $named := $edition//text//pb/@facs ! string(.)
    return $edition/TEI/facsimile/surface[('#' || @xml:id) = $named]/graphic[1][not(matches(@url, '^([a-z][a-z0-9+.\-]*:|/)', 'i'))]"/>

  <xsl:template name="views" as="element()*">
    <xsl:param name="current" as="xs:string"/>
    <xsl:variable name="hrefs" as="xs:string*" select="
      $reading-href, $diplomatic-href, $parallel-href, $facsimile-href[exists($images)], $errata-href[exists($mended)], $cite-href[.], $source-href"/>
    <xsl:for-each select="'Reading text', 'As typed', 'Side by side', 'Facsimile'[exists($images)], 'Errata'[exists($mended)], 'Cite'[$cite-href], 'Source'">
      <xsl:variable name="here" as="xs:integer" select="position()"/>
      <li>
        <a href="{$hrefs[$here]}">
          <xsl:if test=". = $current"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
          <xsl:text>{.}</xsl:text>
        </a>
      </li>
    </xsl:for-each>
    <li><a href="{$tei-href}" type="application/tei+xml">TEI</a></li>
  </xsl:template>

  <!-- One sentence for search engines and for lists of links. -->
  <xsl:variable name="description" as="xs:string" select="
    normalize-space(string-join(($main-title, $sub-title[.]), '. ') || (if (not($sub-title) and $created-day) then ', ' || f:day($created-day) else '') || '.')"/>

  <!-- Where the paper was kept, as a citation names it: 'Department of State, Central Files, 611.61/1-1063'. -->
  <xsl:variable name="shelfmark" as="xs:string" select="
    string-join($header//sourceDesc/msDesc/msIdentifier/(repository | collection | idno)[normalize-space()] ! normalize-space(.), ', ')"/>

  <xsl:template name="citation" as="node()*">
    <xsl:variable name="subject" as="xs:string" select="normalize-space(replace($main-title, '^Memorandum of Conversation:\s*', '', 'i'))"/>
    <xsl:variable name="day" as="xs:string" select="if ($created-day) then f:day($created-day) else 'n.d.'"/>
    <xsl:choose>
      <xsl:when test="$subject ne $main-title">Memorandum of conversation, “{$subject},” </xsl:when>
      <xsl:otherwise>“{$main-title},” </xsl:otherwise>
    </xsl:choose>
    <xsl:text>{string-join((($header/profileDesc/creation/placeName)[1] ! normalize-space(.), $day), ', ')}</xsl:text>
    <xsl:if test="$shelfmark">, {$shelfmark}</xsl:if>
    <xsl:if test="$publisher">; ed. {$publisher}</xsl:if>
    <xsl:if test="$version/@n">, version {$version/@n}</xsl:if>
    <xsl:for-each select="($version/date/@when)[1]"> ({f:day(.)})</xsl:for-each>
    <xsl:text>, </xsl:text>
    <a href="{$reading-href}">{$name}/{$reading-href}</a>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template name="colophon" as="node()*">
    <p>
      <xsl:if test="$publisher">{$publisher}. </xsl:if>
      <xsl:if test="$version">{normalize-space($version)}. </xsl:if>
      <xsl:for-each select="($header//availability//licence)[1]">
        <a href="{@target}" rel="license">{normalize-space(.)}</a>
        <xsl:text>.</xsl:text>
      </xsl:for-each>
    </p>
    <xsl:for-each select="($header//appInfo/application)[1]">
      <p>Made with {normalize-space(label)} {@version} from a <a href="{$tei-href}">TEI file</a>.</p>
    </xsl:for-each>
    <xsl:call-template name="releases"/>
  </xsl:template>
</xsl:stylesheet>
